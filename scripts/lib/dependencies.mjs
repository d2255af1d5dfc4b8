import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean,
 *   optional?: boolean, os?: string[], cpu?: string[] }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries
 */

/**
 * The packages that the lock file wants and node_modules does not have in that very version.
 * An optional package may be absent: npm leaves out those of other platforms.
 *
 * @param {LockEntries} wanted - `packages` of package-lock.json
 * @param {LockEntries} present - `packages` of node_modules/.package-lock.json
 */
export function missingPackages(wanted, present) {
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .filter(([path, entry]) => {
      const found = present[path];
      if (found === undefined) return entry.optional !== true;
      return found.version !== entry.version || found.integrity !== entry.integrity || found.link !== entry.link;
    })
    .map(([path]) => path);
}

/**
 * How many archives npm will fetch here: the whole that a progress line counts towards.
 *
 * @param {LockEntries} wanted
 * @param {string} platform
 * @param {string} arch
 */
export function archivesToFetch(wanted, platform, arch) {
  return Object.values(wanted).filter(
    ({ integrity, os = [platform], cpu = [arch] }) =>
      integrity !== undefined && os.includes(platform) && cpu.includes(arch),
  ).length;
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record into node_modules as the
 * last step of an installation and `npm ci` begins by removing it, so an interrupted one never looks finished, and
 * an `npm ci` typed by hand counts as well.
 *
 * @param {string} folder - the folder of package.json
 */
export function dependenciesAreComplete(folder) {
  const present = lockEntries(join(folder, 'node_modules', '.package-lock.json'));
  return present !== undefined && missingPackages(wantedPackages(folder), present).length === 0;
}

/** @param {string} folder */
export function wantedPackages(folder) {
  return lockEntries(join(folder, 'package-lock.json')) ?? {};
}

/**
 * @param {string} path
 * @returns {LockEntries | undefined}
 */
function lockEntries(path) {
  try {
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    return packages;
  } catch {
    return undefined; // absent or cut in half: as good as nothing installed
  }
}
