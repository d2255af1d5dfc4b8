import { join } from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './install.mjs';
import { watchInterrupts } from './interrupts.mjs';
import { root } from './pinned-node.mjs';
import { createProgress } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { start } from './start.mjs';
import { ensureWebBuilt } from './web-build.mjs';

const ours = {
  emulator: join(root, 'packages', 'smsapi-emulator', 'bin', 'smsapi-emulator.mjs'),
  server: join(root, 'apps', 'server', 'src', 'main.ts'),
  seed: join(root, 'scripts', 'seed-demo.ts'),
};

/**
 * `npm start`: installs what is missing, then runs Goniec with its emulator until Ctrl+C.
 *
 * @param {Pick<import('./start.mjs').Stage, 'parts' | 'limits'>} [staff] - other programs than ours, in tests
 * @returns {Promise<number>} the exit code
 */
export async function main(staff = { parts: ours }) {
  // a terminal that was closed, or `npm start | head`: going on is more useful than dying of it
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  const read = readSettings(process.env, root);
  if (!read.ok) return failed(read.sentence);
  const interrupts = watchInterrupts();
  try {
    const progress = createProgress(process.stdout);
    const node = await ensureInstalled({ folder: root, progress, signal: interrupts.nth[0] });
    if (!node.ok) return failed(node.sentence);
    const shop = { folder: root, node: node.path, signal: interrupts.nth[0] };
    const unbuilt = await ensureWebBuilt(shop, progress);
    if (interrupts.nth[0].aborted) return 0;
    if (unbuilt !== undefined) return failed(unbuilt);
    return await start({
      root,
      node: node.path,
      ...staff,
      settings: read.settings,
      env: process.env,
      progress,
      say: (text) => console.log(text),
      complain: (text) => console.error(text),
      interrupts,
    });
  } finally {
    interrupts.close();
  }
}

/** @param {string} sentence */
function failed(sentence) {
  console.error(sentence);
  return 1;
}
