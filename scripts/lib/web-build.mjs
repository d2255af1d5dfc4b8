import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** What the built pages are made of, from the folder of package.json. */
const SOURCES = [
  ['apps', 'web', 'index.html'],
  ['apps', 'web', 'vite.config.ts'],
  ['apps', 'web', 'build'],
  ['apps', 'web', 'public'],
  ['apps', 'web', 'src'],
  ['packages', 'contract', 'src'],
  ['packages', 'sms-text', 'src'],
  ['package-lock.json'],
];

/**
 * Builds the web application unless what was built is newer than everything it is made of.
 *
 * @param {{ folder: string, node: string, signal: AbortSignal }} shop
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string | undefined>} a sentence when it could not be built
 */
export async function ensureWebBuilt(shop, progress) {
  if (isBuilt(shop.folder)) return undefined;
  progress.step('Buduję stronę');
  const vite = join(shop.folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(shop.folder, 'apps', 'web'), '--logLevel', 'warn'];
  // a shell or test runner that says otherwise would get the libraries' development builds: twice as large, and slow
  const { code, output } = await run(shop, args, { env: { NODE_ENV: 'production' } });
  progress.clear();
  return code === 0 ? undefined : `${output.trim()}\n\nNie udało się zbudować strony (vite build, apps/web).`;
}

/** @param {string} folder */
export function isBuilt(folder) {
  const built = modifiedAt(join(folder, 'apps', 'web', 'dist', 'index.html'));
  return built !== undefined && SOURCES.every((path) => newestIn(join(folder, ...path)) <= built);
}

/**
 * @param {string} path
 * @returns {number} when the newest file in it was changed; 0 when there is none
 */
function newestIn(path) {
  const at = modifiedAt(path);
  if (at === undefined) return 0;
  if (!statSync(path).isDirectory()) return at;
  // the folder's own time tells of removed files
  return Math.max(at, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** @param {string} path */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
