import { browserPlaces } from './browser-places.mjs';

/**
 * @typedef {'apt' | 'playwright'} Installer
 *
 * @typedef {{
 *   platform: string,
 *   env: Record<string, string | undefined>,
 *   isRoot: boolean,
 *   exists: (path: string) => boolean,
 *   answers: (path: string) => boolean,
 *   downloaded: () => string | undefined,
 * }} BrowserHost - `answers`: the program at that path runs at all; `downloaded`: where Playwright's own browser would be
 *
 * @typedef {{ kind: 'found', path: string }
 *   | { kind: 'missing', installers: readonly Installer[] }
 *   | { kind: 'unwanted' }
 *   | { kind: 'wrong', sentence: string }} BrowserChoice
 */

/**
 * Which browser the tests run in. `CHROMIUM` wins; `GONIEC_TEST_BROWSER` says how far a search may go: `install` (usual)
 * may install one, `found` takes what is there, `none` leaves the browser tests out. Looks and decides, changes nothing.
 *
 * @param {BrowserHost} host
 * @returns {BrowserChoice}
 */
export function chooseBrowser(host) {
  const { env, exists, answers } = host;
  const wish = env['GONIEC_TEST_BROWSER']?.trim() || 'install';
  if (!['install', 'found', 'none'].includes(wish))
    return { kind: 'wrong', sentence: `GONIEC_TEST_BROWSER=${wish}: it may be install, found or none.` };
  if (wish === 'none') return { kind: 'unwanted' };

  const named = env['CHROMIUM']?.trim();
  if (named) {
    if (exists(named) && answers(named)) return { kind: 'found', path: named };
    return { kind: 'wrong', sentence: `CHROMIUM=${named}: there is no browser that runs.` };
  }
  const runs = (/** @type {string} */ place) => exists(place) && answers(place);
  const path = browserPlaces(host.platform, env).find(runs) ?? [host.downloaded() ?? ''].find(runs);
  if (path !== undefined) return { kind: 'found', path };
  return { kind: 'missing', installers: wish === 'install' ? installersOf(host) : [] };
}

/**
 * Debian has the browser as a package, which root may install; Ubuntu under that name has none, so the download follows.
 *
 * @param {BrowserHost} host
 * @returns {Installer[]}
 */
function installersOf({ platform, isRoot, exists }) {
  const isDebian = platform === 'linux' && exists('/etc/debian_version') && exists('/usr/bin/apt-get');
  return isDebian && isRoot ? ['apt', 'playwright'] : ['playwright'];
}
