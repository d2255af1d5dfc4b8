import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { aborted } from './interrupts.mjs';
import { inShop } from './shop.mjs';

/**
 * `npm run chaos -- --kills 1000`: kills the real programs again and again, and looks what the handsets got
 * (test/chaos). Its own folder is its only trace; the driver ends everything it started before it ends itself.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(
    ({ node, folder, signal }) =>
      new Promise((resolve) => {
        const driver = spawn(node, [join(folder, 'test', 'chaos', 'main.ts'), ...process.argv.slice(2)], {
          cwd: folder,
          // The channel tells the driver when we are killed.
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
          windowsHide: true,
        });
        void aborted(signal).then(() => driver.connected && driver.disconnect());
        driver.once('error', (error) => {
          console.error(error.message);
          resolve(1);
        });
        driver.once('exit', (code) => resolve(code ?? 1));
      }),
  );
}
