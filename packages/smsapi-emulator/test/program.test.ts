import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isRecord } from '../src/http/fields.ts';
import { recordIn } from './support.ts';

vi.setConfig({ testTimeout: 60_000 }); // each test starts programs, on machines that may be busy

const PROGRAM = fileURLToPath(new URL('../bin/smsapi-emulator.mjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const textOf = async (stream: Readable | null): Promise<string> => {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
};

/** The event `close` would do, did Node emit it after a disconnect from our side. */
const end = async (child: ChildProcess): Promise<Ended> => {
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve([]);
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exited]);
  return { code: child.exitCode, out, err };
};

const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess => {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...environment } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

const runWithChannel = (args: readonly string[]): ChildProcess => {
  const child = fork(PROGRAM, args, { silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

/** Waits for the sentence that says where it listens. */
const urlFrom = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /listens on (\S+)/.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`It ended without listening: ${out}`)));
  });

const ready = async (child: ChildProcess): Promise<string> => {
  const [message]: readonly unknown[] = await once(child, 'message');
  expect(message).toEqual({ event: 'ready', url: expect.stringMatching(/^http:/) });
  return isRecord(message) ? String(message['url']) : '';
};

const sendTo = async (url: string, query: string): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(`${url}/sms.do?format=json&to=48500100200&message=a&${query}`, {
    headers: { authorization: 'Bearer secret' },
  });
  return recordIn(await response.text());
};

describe('the program', () => {
  it('explains itself', async () => {
    const { code, out } = await end(run(['--help']));
    expect([code, out.includes('--token')]).toEqual([0, true]);
  });

  it.each([
    [['--token', ''], /A token is needed/],
    [['--host', '0.0.0.0'], /A token is needed/],
    [['--token', 'a', '--port', '99999'], /--port takes a number/],
    [['--token', 'a', '--points', 'many'], /--points takes a number/],
    [['--token', 'a', '--profile', 'storm'], /--profile takes one of: calm, chaos/],
    [['--token', 'a', '--report-url', 'nowhere'], /--report-url takes an address/],
    [['--token', 'a', '--speed', '0'], /--speed takes a number/],
    [['--token', 'a', '--clock-pace', '0'], /--clock-pace takes a number above 0/],
    [['--token', 'a', '--scenario', 'calm', '--profile', 'calm'], /--profile and --scenario exclude each other/],
    [
      ['--token', 'a', '--scenario', 'storm'],
      /The scenario storm cannot be read.*bad-network, late-reports, out-of-points/,
    ],
    [['--token', 'a', '--fault', 'hang'], /--fault takes a rule as JSON\. The whole must be an object, not "hang"/],
    [['--token', 'a', '--fault', '{"reply":{"kind":"magic"}}'], /reply\.kind must be one of: status, error/],
    [['--token', 'a', '--max-parts', '11'], /--max-parts takes a whole number from 1 to 10/],
    [['--token', 'a', '--fsync'], /--fsync needs --data/],
    [['--nonsense'], /Unknown option '--nonsense'/],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const { code, err } = await end(run(args, { SMSAPI_EMULATOR_TOKEN: '' }));
    expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says in one sentence that the port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => {
      holder.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void holder.close());
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await end(run(['--token', 'a', '--port', String(port)]));
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^smsapi-emulator: Port \d+ on 127\.0\.0\.1 is already in use\..*\n$/),
    ]);
  });

  it('takes its token from the environment, and senders, points and price from the command line', async () => {
    const child = run(['--port', '0', '--sender', 'Goniec', '--points', '20', '--price', '0.5', '--max-parts', '8'], {
      SMSAPI_EMULATOR_TOKEN: 'secret',
    });
    const url = await urlFrom(child);
    expect(await sendTo(url, 'from=Goniec')).toMatchObject({ list: [{ points: 0.5 }] });
    const balance = await fetch(`${url}/user.do?credits=1`, { headers: { authorization: 'Bearer secret' } });
    expect(await balance.text()).toBe('Points: 19.5');
    const eightParts = `from=Goniec&message=${'a'.repeat(1_120)}`;
    expect(await sendTo(url, eightParts)).toMatchObject({ list: [{ points: 4, parts: 8 }] });
  });

  it('takes a scenario, faults and a clock from the command line', async () => {
    const fault = '{"reply":{"kind":"error","code":202},"next":1}';
    const child = run([
      '--token',
      'secret',
      '--port',
      '0',
      '--scenario',
      'out-of-points',
      '--freeze',
      '--fault',
      fault,
    ]);
    const url = await urlFrom(child);
    expect(await sendTo(url, '')).toMatchObject({ error: 202 });
    expect(await sendTo(url, 'from=Sklep')).toMatchObject({ count: 1 });
    const state = recordIn(await (await fetch(`${url}/_emulator/state`)).text());
    expect(state).toMatchObject({ profile: 'out-of-points', clock: { frozen: true, pace: 1 } });
  });

  // Windows knows no signals between processes: there a parent stops it by message.
  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    const child = run(['--token', 'secret', '--port', '0']);
    await urlFrom(child);
    child.kill(signal);
    expect((await end(child)).code).toBe(0);
  });

  it('tells a parent when it is ready, minds no Ctrl+C, and stops on a message', async () => {
    const child = runWithChannel(['--token', 'secret', '--port', '0']);
    const url = await ready(child);
    if (process.platform !== 'win32') child.kill('SIGINT');
    expect(await sendTo(url, '')).toMatchObject({ count: 1 });
    child.send({ event: 'other' });
    child.send({ event: 'stop' });
    expect((await end(child)).code).toBe(0);
  });

  it('stops when its parent goes away', async () => {
    const child = runWithChannel(['--token', 'secret', '--port', '0']);
    await ready(child);
    child.disconnect();
    expect((await end(child)).code).toBe(0);
  });

  it('loses nothing it answered when it is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator-kill-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const args = ['--token', 'secret', '--port', '0', '--data', folder, '--points', '100'];
    const first = runWithChannel(args);
    const url = await ready(first);
    const idx = Array.from({ length: 50 }, (_, nth) => `i${nth}`);
    await Promise.all(idx.map((one) => sendTo(url, `idx=${one}`)));
    first.kill('SIGKILL');
    await end(first);

    const again = await ready(runWithChannel(args));
    const codes = await Promise.all(idx.map(async (one) => (await sendTo(again, `idx=${one}&check_idx=1`))['error']));
    expect(new Set(codes)).toEqual(new Set([53]));
    const balance = await fetch(`${again}/user.do?credits=1`, { headers: { authorization: 'Bearer secret' } });
    expect(await balance.text()).toBe('Points: 92.5');
  });
});
