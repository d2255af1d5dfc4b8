import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { inShop } from './shop.mjs';

/**
 * `npm run bench`: all benchmarks, one after another, so that they do not disturb each other.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    let failed = 0;
    for (const file of benchmarks(shop.folder)) {
      if (shop.signal.aborted) return 1;
      console.log(`\n${file}`);
      const { code } = await run(shop, [file], { show: true });
      if (code !== 0) failed += 1;
    }
    if (failed > 0) console.error(`\n${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}

/**
 * @param {string} folder
 * @returns {string[]} paths relative to it
 */
function benchmarks(folder) {
  return ['packages', 'apps']
    .flatMap((group) => readdirSync(join(folder, group)).map((name) => join(group, name, 'bench')))
    .filter((bench) => existsSync(join(folder, bench)))
    .flatMap((bench) => readdirSync(join(folder, bench)).map((file) => join(bench, file)))
    .filter((file) => file.endsWith('.bench.ts'))
    .toSorted((one, other) => one.localeCompare(other, 'en'));
}
