import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { dependenciesAreComplete } from './dependencies.mjs';
import { findNode, root } from './pinned-node.mjs';

/**
 * `npx goniec …` from a clone: runs the command-line client with the pinned Node, in the user's own folder, and ends
 * the way it ended.
 *
 * @param {{ folder: string, script: string }} [client] - another program than ours, in tests
 * @returns {Promise<number>} the exit code
 */
export async function main({ folder, script } = { folder: root, script: join(root, 'apps', 'cli', 'src', 'main.ts') }) {
  const node = findNode(folder);
  if (!dependenciesAreComplete(folder)) {
    console.error(
      `Zależności Gońca nie są zainstalowane albo są nieaktualne. Uruchom raz npm start w folderze ${folder}.`,
    );
    return 1;
  }
  if (!node.ok) {
    console.error(node.sentence);
    return 1;
  }
  const child = spawn(node.path, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  const stopForwarding = forwardSignals(child);
  const { code, signal } = await new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => {
      console.error(`Nie udało się uruchomić ${node.path} (${error.message}).`);
      resolve({ code: 1, signal: null });
    });
  });
  stopForwarding();
  if (signal !== null) process.kill(process.pid, signal); // so that the shell sees the same end
  return code ?? 1;
}

/**
 * Passes our signals on. A terminal sends Ctrl+C to the client by itself; passing it on too would make it two.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops doing so
 */
function forwardSignals(child) {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY;
  /** @type {[NodeJS.Signals, () => void][]} */
  const forwards = [
    ['SIGINT', () => onTerminal || child.kill('SIGINT')],
    ['SIGTERM', () => child.kill('SIGTERM')],
    ['SIGHUP', () => child.kill('SIGHUP')],
  ];
  for (const [name, forward] of forwards) process.on(name, forward);
  return () => {
    for (const [name, forward] of forwards) process.off(name, forward);
  };
}
