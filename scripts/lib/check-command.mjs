import { runChecks, staticChecks, wallsCheck } from './checks.mjs';
import { inShop } from './shop.mjs';
import { countedLine } from './tally.mjs';

/**
 * `npm run check`: what can be told without running the tests, in half a minute.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    const tally = await runChecks(shop, [...staticChecks(shop.folder), wallsCheck(shop.folder)], console.log);
    console.log(countedLine(tally));
    return tally.failed === 0 ? 0 : 1;
  });
}
