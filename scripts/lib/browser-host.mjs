import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { chooseBrowser } from './choose-browser.mjs';

/**
 * The browser of this computer for the tests; nothing is installed.
 *
 * @returns {import('./choose-browser.mjs').BrowserChoice}
 */
export function browserHere() {
  return chooseBrowser({
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    answers,
    downloaded,
  });
}

/**
 * Whether a browser runs at all: Ubuntu's stub for the snap, a flatpak that was removed and a wrong architecture do not.
 * On Windows the question would open a window.
 *
 * @param {string} path
 */
function answers(path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Where Playwright keeps the browser it downloads; it may not be there. Its library is large and seldom needed for that. */
function downloaded() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined; // none for this system
  }
}
