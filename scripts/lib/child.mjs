import { spawn } from 'node:child_process';
import process from 'node:process';
import { openLog } from './state-folder.mjs';

const ownGroups = process.platform !== 'win32';

/**
 * A program started by `npm start`, and the words spoken with it over Node's IPC channel:
 *
 *     child → parent   { event: 'ready', url, signInLink? }      it can be used now
 *                      { event: 'failed', code, message }        message is a finished sentence for the user
 *     parent → child   { event: 'stop' }                         finish what you began, then exit
 *
 * It stops on 'disconnect' as well: a parent killed with -9 leaves nobody behind. On POSIX each child leads a process
 * group of its own, so that Ctrl+C and a closed terminal reach only us: the database must not shut down under a server
 * that still drains. Windows has no such groups; there a child with a channel ignores SIGINT.
 *
 * @typedef {{ kind: 'ready', url: string, signInLink: string | undefined }
 *   | { kind: 'failed', message: string }
 *   | { kind: 'exited', how: string }} Answer
 *
 * @typedef {{
 *   label: string,
 *   logPath: string,
 *   answer: Promise<Answer>,
 *   exited: Promise<{ code: number | null, how: string }>,
 *   stop: () => void,
 *   kill: () => void,
 * }} Child
 *
 * @param {{ label: string, node: string, script: string, args: readonly string[], cwd: string,
 *   env: Record<string, string | undefined>, logs: string, logName: string }} options
 * @returns {Child}
 */
export function startChild({ label, node, script, args, cwd, env, logs, logName }) {
  const log = openLog(logs, logName);
  const child = spawn(node, [script, ...args], {
    cwd,
    env,
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
    windowsHide: true,
    detached: ownGroups,
  });
  log.close();

  /** @type {Child['exited']} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, how: error.message }));
    child.once('exit', (code, signal) => {
      sweepGroup(child.pid);
      resolve({ code, how: signal === null ? `kod ${code}` : `sygnał ${signal}` });
    });
  });
  /** @type {Promise<Answer>} */
  const answer = new Promise((resolve) => {
    child.on('message', (message) => {
      const parsed = parseAnswer(message);
      if (parsed !== undefined) resolve(parsed);
    });
    // not on 'exit': the last words may still be in the channel, 'close' comes after them
    child.once('close', () => void exited.then(({ how }) => resolve({ kind: 'exited', how })));
    child.once('error', (error) => resolve({ kind: 'exited', how: error.message }));
  });
  return {
    label,
    logPath: log.path,
    answer,
    exited,
    stop() {
      // a child that ends at this very moment closes the channel first: nothing to report
      if (child.connected) child.send({ event: 'stop' }, () => undefined);
      else child.kill('SIGTERM');
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/**
 * Asks whatever a child left in its group to end: a killed server cannot stop its database any more. For PostgreSQL
 * this signal means a fast and clean shutdown.
 *
 * @param {number | undefined} leader - the pid of the child
 */
function sweepGroup(leader) {
  if (leader === undefined || !ownGroups) return;
  try {
    process.kill(-leader, 'SIGINT');
  } catch {
    // nobody is left, as it should be
  }
}

/**
 * @param {unknown} message
 * @returns {Answer | undefined} undefined for words that are not ours
 */
export function parseAnswer(message) {
  if (typeof message !== 'object' || message === null || !('event' in message)) return undefined;
  if (message.event === 'ready' && 'url' in message && typeof message.url === 'string') {
    const signInLink =
      'signInLink' in message && typeof message.signInLink === 'string' ? message.signInLink : undefined;
    return { kind: 'ready', url: message.url, signInLink };
  }
  if (message.event === 'failed' && 'message' in message && typeof message.message === 'string') {
    return { kind: 'failed', message: message.message };
  }
  return undefined;
}
