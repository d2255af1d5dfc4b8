import process from 'node:process';
import { createProgress } from './progress.mjs';
import { inShop } from './shop.mjs';
import { ensureWebBuilt } from './web-build.mjs';

/**
 * `npm run build`: the web application's files, for a server that is started by other means than `npm start`.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    const fault = await ensureWebBuilt(shop, createProgress(process.stdout));
    if (fault !== undefined) console.error(fault);
    return fault === undefined ? 0 : 1;
  });
}
