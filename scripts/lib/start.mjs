import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { banner } from './banner.mjs';
import { startChild } from './child.mjs';
import { aborted } from './interrupts.mjs';
import { portFault, settledPort } from './ports.mjs';
import { emulatorToken, lastLines, makeStateFolder } from './state-folder.mjs';

/**
 * @typedef {import('./child.mjs').Child} Child
 * @typedef {Record<string, string | undefined>} Env
 * @typedef {{ label: string, logName: string, script: string, args: readonly string[], env: Env }} Program
 *
 * @typedef {{
 *   root: string,
 *   node: string,
 *   parts: { emulator: string, server: string, seed: string },
 *   settings: import('./settings.mjs').Settings,
 *   env: Env,
 *   progress: import('./progress.mjs').Progress,
 *   say: (text: string) => void,
 *   complain: (text: string) => void,
 *   interrupts: import('./interrupts.mjs').Interrupts,
 *   limits?: { readyMs: number, drainMs: number },
 * }} Stage - `parts` are the paths of the programs; `limits` how long one may take to come up, and to finish
 */

// a request to the gateway may take two minutes (its longest time-out), and a draining server waits for it
const usual = { readyMs: 180_000, drainMs: 150_000 };

/**
 * Starts the emulator and the server, waits for the wish to stop, stops them. Nothing started here outlives the call.
 *
 * @param {Stage} stage
 * @returns {Promise<number>} the exit code
 */
export async function start(stage) {
  const fault = (await busyPorts(stage.settings)) ?? makeStateFolder(stage.settings.home);
  if (fault !== undefined) {
    stage.complain(fault);
    return 1;
  }
  /** @type {Child[]} */
  const children = [];
  const trouble = await run(stage, children);
  stage.progress.clear();
  if (trouble === undefined) stage.say('\nZatrzymuję: serwer kończy to, co zaczął…');
  else stage.complain(trouble);

  await stopAll(stage, children);
  if (trouble === undefined) stage.say('Zatrzymano.');
  return trouble === undefined ? 0 : 1;
}

/** @param {Stage['settings']} settings */
async function busyPorts({ host, port, emulator, emulatorPort }) {
  const server = { name: 'serwer Gońca', host, port, portVariable: 'GONIEC_PORT', hostVariable: 'GONIEC_HOST' };
  const other = {
    name: 'emulator SMSAPI',
    host: '127.0.0.1',
    port: emulatorPort,
    portVariable: 'GONIEC_EMULATOR_PORT',
  };
  return (await portFault(server)) ?? (emulator ? await portFault(other) : undefined);
}

/**
 * From the first child to the wish to stop.
 *
 * @param {Stage} stage
 * @param {Child[]} children - filled in the order of starting
 * @returns {Promise<string | undefined>} what went wrong; undefined when we were asked to stop
 */
async function run(stage, children) {
  const { settings, parts, progress, interrupts } = stage;
  /** @type {Env} */
  const env = {
    ...stage.env,
    GONIEC_HOME: settings.home,
    GONIEC_HOST: settings.host,
    GONIEC_PORT: String(await settledPort(settings.host, settings.port)),
  };
  if (settings.emulator) {
    progress.step('Uruchamiam emulator SMSAPI');
    const token = settings.emulatorToken ?? emulatorToken(settings.home);
    const data = join(settings.home, 'emulator');
    const port = await settledPort('127.0.0.1', settings.emulatorPort);
    // the longest text Goniec takes is eight parts: some accounts allow ten, and this one does
    const account = ['--token', token, '--max-parts', '10'];
    const args = ['--port', String(port), '--host', '127.0.0.1', ...account, '--data', data];
    const emulator = await bringUp(stage, children, {
      label: 'Emulator SMSAPI',
      logName: 'emulator',
      script: parts.emulator,
      args,
      env,
    });
    if (!emulator.ok) return emulator.trouble;
    env['GONIEC_EMULATOR_URL'] = emulator.url;
    env['GONIEC_EMULATOR_TOKEN'] = token;
  }
  progress.step('Uruchamiam serwer');
  const server = await bringUp(stage, children, {
    label: 'Serwer',
    logName: 'server',
    script: parts.server,
    args: ['serve'],
    env,
  });
  if (!server.ok) return server.trouble;

  const note = settings.emulator ? await seed(stage, { ...env, GONIEC_URL: server.url }) : undefined;
  progress.clear();
  if (!interrupts.nth[0].aborted) {
    const emulatorUrl = settings.emulator ? env['GONIEC_EMULATOR_URL'] : undefined;
    stage.say(banner({ ...settings, url: server.url, signInLink: server.signInLink, emulatorUrl, note }));
  }
  return Promise.race([aborted(interrupts.nth[0]).then(() => undefined), ...children.map(unexpectedEnd)]);
}

/**
 * Starts one program and waits until it can be used.
 *
 * @param {Stage} stage
 * @param {Child[]} children
 * @param {Program} program
 * @returns {Promise<{ ok: true, url: string, signInLink: string | undefined } | { ok: false, trouble: string | undefined }>}
 */
async function bringUp(stage, children, program) {
  const { interrupts, limits = usual } = stage;
  if (interrupts.nth[0].aborted) return { ok: false, trouble: undefined };
  const child = launch(stage, program);
  children.push(child);
  const answer = await Promise.race([
    child.answer,
    aborted(interrupts.nth[0]),
    sleep(limits.readyMs, /** @type {const} */ ({ kind: 'late' }), { ref: false }),
  ]);
  if (answer === undefined) return { ok: false, trouble: undefined };
  if (answer.kind === 'ready') return { ok: true, url: answer.url, signInLink: answer.signInLink };
  if (answer.kind === 'failed') return { ok: false, trouble: answer.message };
  const sentence =
    answer.kind === 'late'
      ? `${child.label} nie zgłosił gotowości w ${limits.readyMs / 1000} s.`
      : `${child.label} zakończył się przed startem (${answer.how}).`;
  return { ok: false, trouble: withLog(child, sentence) };
}

/**
 * @param {Stage} stage
 * @param {Program} program
 */
function launch({ root, node, settings }, program) {
  return startChild({ ...program, node, cwd: root, logs: settings.logs });
}

/**
 * Seeds the demonstration company. Its failure is told and does not stop a server that works.
 *
 * @param {Stage} stage
 * @param {Env} env
 * @returns {Promise<string | undefined>}
 */
async function seed(stage, env) {
  const { parts, progress, interrupts } = stage;
  if (interrupts.nth[0].aborted) return undefined;
  progress.step('Przygotowuję firmę pokazową');
  const label = 'Przygotowanie firmy pokazowej';
  const child = launch(stage, { label, logName: 'seed-demo', script: parts.seed, args: [], env });
  void aborted(interrupts.nth[0]).then(child.kill);
  const { code, how } = await child.exited;
  return code === 0 ? undefined : withLog(child, `${label} nie powiodło się (${how}); serwer działa bez tej firmy.`);
}

/** @param {Child} child */
async function unexpectedEnd(child) {
  const { how } = await child.exited;
  return withLog(child, `${child.label} nagle zakończył pracę (${how}).`);
}

/**
 * @param {Child} child
 * @param {string} sentence
 */
function withLog({ logPath }, sentence) {
  return `${sentence} Ostatnie wiersze z ${logPath}:\n${lastLines(logPath)}`;
}

/**
 * The last started goes first: the server still talks to the emulator while it drains.
 *
 * @param {Stage} stage
 * @param {Child[]} children
 */
async function stopAll({ say, interrupts, limits = usual }, children) {
  void aborted(interrupts.nth[1]).then(() => say('Nadal zatrzymuję. Trzeci Ctrl+C zakończy wszystko natychmiast.'));
  void aborted(interrupts.nth[2]).then(() => children.forEach((child) => child.kill()));
  for (const child of children.toReversed()) {
    child.stop();
    const inTime = await Promise.race([child.exited, sleep(limits.drainMs, undefined, { ref: false })]);
    if (inTime === undefined) child.kill();
    await child.exited;
  }
}
