import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the state folder and its subfolders, readable by their owner only. Answers with a sentence when it cannot.
 *
 * @param {string} home
 * @returns {string | undefined}
 */
export function makeStateFolder(home) {
  try {
    for (const folder of [home, join(home, 'logs'), join(home, 'emulator')]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Nie można utworzyć folderu danych ${home} (${reason}). Popraw jego prawa albo wskaż inny w GONIEC_HOME.`;
  }
}

/**
 * The emulator's token: made once, kept beside its data.
 *
 * @param {string} home
 */
export function emulatorToken(home) {
  const path = join(home, 'emulator', 'token');
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (known !== '') return known;
  const token = randomBytes(20).toString('hex'); // 40 characters, the length of a token from the SMSAPI panel
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}

/**
 * A fresh log file; the log of the previous start stays beside it as `<name>.previous.log`.
 *
 * @param {string} logs
 * @param {string} name
 * @returns {{ path: string, descriptor: number, close: () => void }}
 */
export function openLog(logs, name) {
  const path = join(logs, `${name}.log`);
  if (existsSync(path)) renameSync(path, join(logs, `${name}.previous.log`));
  const descriptor = openSync(path, 'a', 0o600);
  return { path, descriptor, close: () => closeSync(descriptor) };
}

/**
 * The last lines of a log, indented for showing under a sentence.
 *
 * @param {string} path
 * @param {number} [count]
 */
export function lastLines(path, count = 15) {
  const text = readFileSync(path, 'utf8').trimEnd() || '(pusty)';
  const lines = text.split('\n').slice(-count);
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
