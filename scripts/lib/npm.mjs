import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/**
 * @typedef {{ file: string, args: readonly string[] }} Command
 * @typedef {{ env: Record<string, string | undefined>, execPath: string, platform: string,
 *   exists: (path: string) => boolean }} NpmHost
 */

/**
 * How to run npm without a shell: the npm that started us, else the one lying beside Node, else the one on PATH.
 * On Windows `npm` is a .cmd file, which Node refuses to spawn directly; its script beside it is run instead.
 *
 * @param {NpmHost} [host]
 * @returns {Command | undefined} undefined when there is no npm
 */
export function npmCommand(
  host = { env: process.env, execPath: process.execPath, platform: process.platform, exists: existsSync },
) {
  const { env, execPath, platform, exists } = host;
  const starter = env['npm_execpath'];
  // under `npm start` our own process may be node_modules/.bin/node, which `npm ci` is about to delete
  const node = env['npm_node_execpath'] ?? execPath;
  if (starter !== undefined && basename(starter) === 'npm-cli.js') return { file: node, args: [starter] };

  const script = join('node_modules', 'npm', 'bin', 'npm-cli.js');
  const beside = platform === 'win32' ? dirname(execPath) : join(dirname(execPath), '..', 'lib');
  if (exists(join(beside, script))) return { file: execPath, args: [join(beside, script)] };

  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  if (platform === 'win32') {
    const folder = folders.find((candidate) => exists(join(candidate, script)));
    return folder === undefined ? undefined : { file: execPath, args: [join(folder, script)] };
  }
  return folders.some((folder) => exists(join(folder, 'npm'))) ? { file: 'npm', args: [] } : undefined;
}
