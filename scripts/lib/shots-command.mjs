import { join } from 'node:path';
import process from 'node:process';
import { bringBrowser } from './bring-browser.mjs';
import { createProgress } from './progress.mjs';
import { run } from './run.mjs';
import { inShop } from './shop.mjs';
import { ensureWebBuilt } from './web-build.mjs';

/**
 * `npm run shots`: takes the pictures of docs/screens (test/shots). Pictures that came out the same are not written again.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    const progress = createProgress(process.stdout);
    const unbuilt = await ensureWebBuilt(shop, progress);
    const browser = await bringBrowser(shop, progress);
    const trouble = unbuilt ?? browser.why;
    if (trouble !== undefined) {
      console.error(trouble);
      return 1;
    }
    const driver = join(shop.folder, 'test', 'shots', 'main.ts');
    const env = { CHROMIUM: browser.path ?? '' };
    const { code } = await run(shop, [driver, ...process.argv.slice(2)], { show: true, env });
    return code ?? 1;
  });
}
