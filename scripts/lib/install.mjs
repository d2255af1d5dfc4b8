import { spawn } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { archivesToFetch, dependenciesAreComplete, wantedPackages } from './dependencies.mjs';
import { npmCommand } from './npm.mjs';
import { answers, findNode } from './pinned-node.mjs';

/**
 * Brings node_modules to what package-lock.json asks for and finds the Node to go on with. Says nothing and takes
 * milliseconds when all is there.
 *
 * @param {{ folder: string, progress: import('./progress.mjs').Progress, signal: AbortSignal,
 *   npm?: import('./npm.mjs').Command | undefined }} options
 * @returns {Promise<import('./pinned-node.mjs').FoundNode>}
 */
export async function ensureInstalled({ folder, progress, signal, npm = npmCommand() }) {
  const node = findNode(folder, process, answers);
  if (node.ok && dependenciesAreComplete(folder)) return node;

  if (npm === undefined) {
    return {
      ok: false,
      sentence: 'Nie znaleziono npm. Zainstaluj Node.js razem z npm (https://nodejs.org) i powtórz polecenie.',
    };
  }
  progress.step('Instaluję zależności');
  stepAside(folder, process);
  const { code, output } = await runNpm(npm, folder, signal, progress);
  progress.clear();
  if (signal.aborted) {
    return { ok: false, sentence: 'Przerwano instalację zależności; następne uruchomienie zacznie ją od nowa.' };
  }
  if (code !== 0) {
    return {
      ok: false,
      sentence: `${output}\n\nNie udało się zainstalować zależności (npm ci, folder ${folder}). Sprawdź połączenie z siecią, miejsce na dysku i prawo zapisu w tym folderze, potem powtórz polecenie.`,
    };
  }
  return findNode(folder, process, answers);
}

/**
 * @param {import('./npm.mjs').Command} npm
 * @param {string} folder
 * @param {AbortSignal} signal
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<{ code: number | null, output: string }>}
 */
async function runNpm({ file, args }, folder, signal, progress) {
  // development packages too, whatever NODE_ENV says; http lines are what the progress is counted from
  const child = spawn(file, [...args, 'ci', '--include=dev', '--loglevel=http', '--color=false'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal,
  });
  const total = archivesToFetch(wantedPackages(folder), process.platform, process.arch);
  const startedAt = Date.now();
  /** @type {string[]} */
  const kept = [];
  let fetched = 0;
  const show = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    progress.detail(`${Math.min(fetched, total)} z ${total} pakietów, ${seconds} s`);
  };
  /** @param {string} line */
  const onLine = (line) => {
    if (/^npm http .*\.tgz\b/u.test(line)) fetched += 1;
    if (!/^npm (?:http|warn)\b/u.test(line)) kept.push(line);
    show();
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);

  const clock = setInterval(show, 1000);
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      kept.push(String(error));
      resolve(null);
    });
  });
  clearInterval(clock);
  return { code, output: kept.slice(-40).join('\n').trim() };
}

/**
 * Windows does not delete the binary of a running program, and `npm ci` deletes everything in node_modules. If this
 * very process runs on the pinned Node, its file is first moved out of the way (which Windows does allow).
 *
 * @param {string} folder
 * @param {{ platform: string, execPath: string, pid: number }} host
 */
function stepAside(folder, { platform, execPath, pid }) {
  const inside = relative(folder, execPath);
  if (platform !== 'win32' || inside.split(sep)[0] !== 'node_modules') return;
  const aside = join(folder, 'var', `node-${pid}.exe`);
  mkdirSync(dirname(aside), { recursive: true });
  renameSync(execPath, aside);
}
