import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * @typedef {{ code: number | null, output: string, seconds: number }} Outcome
 *
 * @typedef {{ node: string, folder: string, signal: AbortSignal }} Shop - the Node to run with, the folder to run in,
 *   and the wish to stop
 */

/**
 * Runs one program of ours or of our tools to its end, collecting both of its streams.
 *
 * @param {Shop} shop
 * @param {readonly string[]} args - the script and its arguments
 * @param {{ show?: boolean, env?: Record<string, string> }} [options] - show: let it write to our own terminal instead;
 *   env: variables beside our own
 * @returns {Promise<Outcome>}
 */
export function run({ node, folder, signal }, args, { show = false, env = {} } = {}) {
  const startedAt = performance.now();
  const child = spawn(node, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    /** @param {number | null} code */
    const end = (code) => resolve({ code, output, seconds: (performance.now() - startedAt) / 1000 });
    child.once('close', end);
    child.once('error', (error) => {
      output += `${error.message}\n`;
      end(null);
    });
  });
}

/**
 * The script behind a tool's command, so that it can be run by the pinned Node and without a shell.
 *
 * @param {string} folder - the folder of package.json
 * @param {string} name - of the package and of its command, e.g. 'oxlint'
 * @param {string} [command] - when it has another name than the package
 */
export function toolScript(folder, name, command = name) {
  const home = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, bin[command]);
}
