import process from 'node:process';
import { inShop } from './shop.mjs';

/**
 * `npm run pack:emulator [-- FOLDER]`: the tarball of the SMSAPI emulator that strangers install.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    // loaded late: before `inShop` has installed it there may be no bundler
    const { packEmulator } = await import('./pack-emulator.mjs');
    console.log(await packEmulator(shop, process.argv[2] ?? '.'));
    return 0;
  });
}
