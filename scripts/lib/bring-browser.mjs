import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { browserHere } from './browser-host.mjs';

/**
 * @typedef {import('./choose-browser.mjs').BrowserChoice} BrowserChoice
 * @typedef {{ path: string | undefined, why: string | undefined, isWrong: boolean }} Browser - `why` there is none; `isWrong`
 *   when somebody asked for what cannot be
 */

/** How long an installation may take before it is given up: a network that swallows packets must not stop the tests. */
const PATIENCE_MS = 300_000;

const HOW = [
  'To get one: install Chromium, Chrome or Edge (Debian: apt-get install chromium), or set CHROMIUM to the path of one.',
  'GONIEC_TEST_BROWSER=none stops looking for one.',
];

/**
 * Finds the browser of the tests, or installs one where it may.
 *
 * @param {import('./run.mjs').Shop} shop
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<Browser>}
 */
export async function bringBrowser(shop, progress) {
  let choice = browserHere();
  /** @type {string[]} */
  const tried = [];
  for (const installer of choice.kind === 'missing' ? choice.installers : []) {
    progress.step(installer === 'apt' ? 'Instaluję Chromium (apt)' : 'Pobieram Chromium (Playwright)');
    const failure = await install(installer, shop);
    progress.clear();
    choice = browserHere();
    if (choice.kind === 'found' || shop.signal.aborted) break;
    tried.push(`${installer}: ${failure ?? 'installed, but not found'}`);
  }
  return describeBrowser(choice, tried);
}

/**
 * @param {BrowserChoice} choice
 * @param {readonly string[]} tried
 * @returns {Browser}
 */
export function describeBrowser(choice, tried) {
  switch (choice.kind) {
    case 'found':
      return { path: choice.path, why: undefined, isWrong: false };
    case 'wrong':
      return { path: undefined, why: choice.sentence, isWrong: true };
    case 'unwanted':
      return { path: undefined, why: 'GONIEC_TEST_BROWSER=none.', isWrong: false };
    case 'missing': {
      const attempts = tried.map((attempt) => `Tried ${attempt}`);
      const why = ['There is no Chromium, Chrome or Edge on this computer.', ...attempts, ...HOW].join('\n');
      return { path: undefined, why, isWrong: false };
    }
  }
}

/**
 * @param {import('./choose-browser.mjs').Installer} installer
 * @param {import('./run.mjs').Shop} shop
 * @returns {Promise<string | undefined>} the last words of what failed
 */
async function install(installer, shop) {
  if (installer === 'playwright') {
    const cli = join(shop.folder, 'node_modules', 'playwright-core', 'cli.js');
    return attempt(shop.node, [cli, 'install', 'chromium', '--no-shell'], shop);
  }
  const unlisted = await attempt('apt-get', ['update', '-qq'], shop);
  const failed = await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], shop);
  // a list that could not be renewed may still do; when it did not, it is the reason
  return failed === undefined ? undefined : (unlisted ?? failed);
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('./run.mjs').Shop} shop
 * @returns {Promise<string | undefined>}
 */
function attempt(file, args, { folder, signal }) {
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal,
    timeout: PATIENCE_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : lastWords(output)));
  });
}

/**
 * The line that says what was wrong first: installers go on with what follows from it, traces and advice.
 *
 * @param {string} output
 */
export function lastWords(output) {
  const lines = output.trim().split('\n');
  return (lines.find((line) => /^(?:E:|Error:)/u.test(line)) ?? lines.at(-1) ?? '').trim() || 'no answer in time';
}
