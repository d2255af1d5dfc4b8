import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { launch, runScript, temporaryHome } from '../../test/support/launch.ts';
import { nobodyLeft } from '../../test/support/processes.ts';

// a program that speaks the protocol of child.mjs and misbehaves on request; named server.mjs, emulator.mjs
const child = String.raw`
import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
const name = basename(process.argv[1], '.mjs');
const mood = process.env['MOOD_' + name] ?? 'fine';
const tell = (text) => appendFileSync(join(process.env.GONIEC_HOME, 'story.txt'), name + ' ' + text + '\n');
process.on('SIGINT', () => tell('heard SIGINT'));
if (mood === 'deaf') spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' }); // its "database"
process.on('disconnect', () => { tell('orphaned'); process.exit(0); });
process.on('message', ({ event }) => {
  tell(event);
  if (mood !== 'deaf') process.exit(0);
});
if (mood === 'dies') process.once('SIGUSR2', () => process.exit(7));
writeFileSync(join(process.env.GONIEC_HOME, name + '.pid'), String(process.pid));
tell('started ' + process.argv.slice(2).join(' '));
console.log(name + ' log line');
if (mood === 'crash') { console.error('Error: boom'); process.exit(3); }
else if (mood === 'failed') process.send({ event: 'failed', code: 'x', message: 'Baza jest z nowszego wydania.' }, () => process.exit(1));
else if (mood !== 'mute') process.send({ event: 'ready', url: 'http://127.0.0.1/' + name, signInLink: 'http://127.0.0.1/wejdz?k=1' });
`;
const seedProgram = String.raw`
import { appendFileSync } from 'node:fs';
const { GONIEC_HOME, GONIEC_URL, GONIEC_EMULATOR_URL, GONIEC_EMULATOR_TOKEN, MOOD_seed } = process.env;
appendFileSync(GONIEC_HOME + '/story.txt', ['seed', GONIEC_URL, GONIEC_EMULATOR_URL, GONIEC_EMULATOR_TOKEN].join(' ') + '\n');
if (MOOD_seed === 'fails') throw new Error('no company');
`;
const entry = `
import { main } from ${JSON.stringify(new URL('start-command.mjs', import.meta.url).href)};
const here = (name) => import.meta.dirname + '/' + name;
process.exitCode = await main({
  parts: { emulator: here('emulator.mjs'), server: here('server.mjs'), seed: here('seed.mjs') },
  limits: { readyMs: Number(process.env.READY_MS ?? 60000), drainMs: Number(process.env.DRAIN_MS ?? 60000) },
});
`;

vi.setConfig({ testTimeout: 60_000 }); // three programs start in each test, on machines that may be busy

let home: string;
let script: string;
const story = (): string[] => readFileSync(join(home, 'story.txt'), 'utf8').trim().split('\n');

beforeEach(() => {
  home = temporaryHome();
  const folder = join(home, 'fixtures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'server.mjs'), child);
  copyFileSync(join(folder, 'server.mjs'), join(folder, 'emulator.mjs'));
  writeFileSync(join(folder, 'seed.mjs'), seedProgram);
  script = join(folder, 'entry.mjs');
  writeFileSync(script, entry);
});

afterEach(async () => {
  await nobodyLeft(home);
  rmSync(home, { recursive: true, force: true });
});

const startEnv = (env: Record<string, string> = {}): Record<string, string> => ({
  GONIEC_HOME: home,
  GONIEC_PORT: '0',
  GONIEC_EMULATOR_PORT: '0',
  ...env,
});

describe('npm start, from start to stop', () => {
  it('starts the emulator, the server and the seed, and shows where they are', async () => {
    const goniec = await launch({ home, script, env: { GONIEC_EMULATOR_TOKEN: 'T' } });

    expect(goniec).toMatchObject({
      url: 'http://127.0.0.1/server',
      signInLink: 'http://127.0.0.1/wejdz?k=1',
      emulatorUrl: 'http://127.0.0.1/emulator',
    });
    expect(story()).toEqual([
      expect.stringMatching(/^emulator started --port [1-9]\d+ --host 127\.0\.0\.1 --token T --max-parts 10 --data /u),
      'server started serve',
      'seed http://127.0.0.1/server http://127.0.0.1/emulator T',
    ]);
    expect(goniec.output()).not.toContain('Instaluję');
    await goniec.stop();
  });

  it('stops the server before the emulator and says so', async () => {
    const goniec = await launch({ home, script });

    expect(await goniec.stop()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Zatrzymano\.\n$/u),
      stderr: '',
    });
    expect(story().slice(-2)).toEqual(['server stop', 'emulator stop']);
  });

  it('keeps its token and the logs of two starts', async () => {
    const logs = join(home, 'logs');
    await (await launch({ home, script })).stop();
    const token = readFileSync(join(home, 'emulator', 'token'), 'utf8').trim();
    await (await launch({ home, script })).stop();

    expect(token).toMatch(/^[0-9a-f]{40}$/u);
    expect(story().filter((line) => line.includes(`--token ${token} `))).toHaveLength(2);
    expect(readFileSync(join(logs, 'server.log'), 'utf8')).toBe('server log line\n');
    expect(existsSync(join(logs, 'server.previous.log'))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('keeps the state folder to its owner', async () => {
    await (await launch({ home, script })).stop();

    expect(statSync(join(home, 'logs')).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'emulator', 'token')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'logs', 'server.log')).mode & 0o777).toBe(0o600);
  });

  it('leaves out the emulator and the demonstration company when told so', async () => {
    const goniec = await launch({ home, script, env: { GONIEC_EMULATOR: 'off' } });

    expect(goniec.emulatorUrl).toBeUndefined();
    expect(story()).toEqual(['server started serve']);
    await goniec.stop();
  });

  it('tells that the seed failed and runs on without it', async () => {
    const goniec = await launch({ home, script, env: { MOOD_seed: 'fails' } });

    expect(goniec.output()).toMatch(/Przygotowanie firmy pokazowej nie powiodło się \(kod 1\)[^]*no company/u);
    expect((await goniec.stop()).code).toBe(0);
  });
});

describe('npm start, when something goes wrong', () => {
  it('prints the sentence of a server that cannot start, and nothing else', async () => {
    const program = runScript(script, [], startEnv({ MOOD_server: 'failed' }));

    expect(await program.ended).toMatchObject({ code: 1, stderr: 'Baza jest z nowszego wydania.\n' });
    expect(story().at(-1)).toBe('emulator stop');
  });

  it('prints the last lines of the log of a server that dies before it is ready', async () => {
    const { code, stderr } = await runScript(script, [], startEnv({ MOOD_server: 'crash' })).ended;

    expect(code).toBe(1);
    expect(stderr).toBe(
      `Serwer zakończył się przed startem (kod 3). Ostatnie wiersze z ${join(home, 'logs', 'server.log')}:\n  server log line\n  Error: boom\n`,
    );
  });

  it('gives up on a program that never reports', async () => {
    const { code, stderr } = await runScript(script, [], startEnv({ MOOD_emulator: 'mute', READY_MS: '500' })).ended;

    expect(code).toBe(1);
    expect(stderr).toContain('Emulator SMSAPI nie zgłosił gotowości w 0.5 s.');
  });

  it.skipIf(process.platform === 'win32')('stops everything when the server dies later', async () => {
    const goniec = await launch({ home, script, env: { MOOD_server: 'dies' } });
    process.kill(pidOf('server'), 'SIGUSR2');

    expect(await goniec.ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nagle zakończył pracę (kod 7)'),
    });
    expect(story().at(-1)).toBe('emulator stop');
  });

  it('names a busy port, the variable and a way out for both shells, and starts nothing', async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '127.0.0.1', () => {
        const address = squatter.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const { code, stderr } = await runScript(script, [], startEnv({ GONIEC_PORT: String(port) })).ended;
    squatter.close();

    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^Port ${port} na 127\\.0\\.0\\.1 jest zajęty`, 'u'));
    expect(stderr).toMatch(/^ {2}GONIEC_PORT=\d+ npm start/mu);
    expect(stderr).toMatch(/^ {2}\$env:GONIEC_PORT=\d+; npm start/mu);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(existsSync(join(home, 'story.txt'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('npm start and signals', () => {
  it('takes the children along when it is killed outright', async () => {
    const goniec = await launch({ home, script });
    goniec.signal('SIGKILL');
    await goniec.ended;
    await nobodyLeft(home);

    expect(story().slice(-2).toSorted()).toEqual(['emulator orphaned', 'server orphaned']);
  });

  it('waits on after a second Ctrl+C and kills at the third', async () => {
    const goniec = await launch({ home, script, env: { MOOD_server: 'deaf' } });
    goniec.signal('SIGINT');
    await goniec.says(/Zatrzymuję:/u);
    await sleep(350); // sooner would count as an echo of the first press
    goniec.signal('SIGINT');
    await goniec.says(/Nadal zatrzymuję/u);
    await sleep(350);
    goniec.signal('SIGINT');

    expect(await goniec.ended).toMatchObject({ code: 0 });
  });

  it('keeps the Ctrl+C of the terminal away from the children and their databases', async () => {
    const goniec = await launch({ home, script });
    const group = execFileSync('ps', ['-o', 'pgid=', '-p', String(pidOf('server'))], { encoding: 'utf8' });
    await goniec.stop();

    expect(Number(group)).toBe(pidOf('server'));
  });

  it('kills a server that does not finish in the time it has, and leaves nothing of it', async () => {
    // the emulator has no more time than the server, and a busy machine may need some of it for the one line it writes
    const goniec = await launch({ home, script, env: { MOOD_server: 'deaf', DRAIN_MS: '5000' } });

    expect((await goniec.stop()).code).toBe(0);
    expect(story().slice(-2)).toEqual(['server stop', 'emulator stop']);
  });

  it('can be stopped while the server is still starting', async () => {
    const program = runScript(script, [], startEnv({ MOOD_server: 'mute' }));
    await program.says(/Uruchamiam serwer/u);
    program.signal('SIGTERM');

    expect(await program.ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/Zatrzymano\.\n$/u) });
  });
});

function pidOf(name: string): number {
  return Number(readFileSync(join(home, `${name}.pid`), 'utf8'));
}
