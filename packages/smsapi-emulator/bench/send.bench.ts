/**
 * How fast the emulator answers one request with 10 000 recipients, and how many reports per second it delivers over
 * loopback; client, receiver and emulator share this process. Run: `node packages/smsapi-emulator/bench/send.bench.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type EmulatorOptions } from '../src/index.ts';

const RECIPIENTS = 10_000;
const RUNS = 15;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Numbers with an ordinary fate only, so that all of them are accepted. */
const numbers = Array.from({ length: RECIPIENTS }, (_, index) => `48${501_000_000 + index * 100 + 50}`);

const bodyOf = (run: number): string =>
  JSON.stringify({
    format: 'json',
    to: numbers.join(','),
    message: 'Zamówienie jest gotowe do odbioru',
    encoding: 'utf-8',
    idx: numbers.map((_, index) => `g${run}-${index.toString(36)}`).join('|'),
    check_idx: true,
  });

const post = async (url: string, token: string, body: string): Promise<string> => {
  const response = await fetch(`${url}/sms.do`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  return response.text();
};

const show = (values: readonly number[]): string =>
  `${median(values).toFixed(0)} ms (best ${Math.min(...values).toFixed(0)})`;

const oneBigRequest = async (name: string, options: EmulatorOptions): Promise<void> => {
  const emulator = await startEmulator({ ...options, points: 10_000_000, speed: 1_000 });
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const body = bodyOf(run);
    const cpuBefore = process.cpuUsage();
    const start = performance.now();
    const reply = await post(emulator.url, emulator.token, body);
    times.push(performance.now() - start);
    const cpu = process.cpuUsage(cpuBefore);
    cpuTimes.push((cpu.user + cpu.system) / 1_000);
    if (!reply.startsWith(`{"count":${RECIPIENTS}`)) throw new Error(`Unexpected reply: ${reply.slice(0, 200)}`);
    await emulator.idle();
  }
  await emulator.close();
  console.log(`${name}: ${RECIPIENTS} recipients in ${show(times)}, CPU of client and emulator ${show(cpuTimes)}`);
};

const reports = async (): Promise<void> => {
  let seen = 0;
  const receiver = createServer((request, response) => {
    seen += (new URL(request.url ?? '/', 'http://x').searchParams.get('MsgId') ?? '').split(',').length;
    response.end('OK');
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const emulator = await startEmulator({
    points: 10_000_000,
    speed: 1_000_000,
    reportUrl: `http://127.0.0.1:${port}/`,
  });
  await post(emulator.url, emulator.token, bodyOf(0));
  const start = performance.now();
  await emulator.idle();
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `reports to one receiver in this process: ${seen} in ${seconds.toFixed(1)} s, ${(seen / seconds).toFixed(0)} per second`,
  );
  await emulator.close();
  receiver.close();
};

const folder = await mkdtemp(join(tmpdir(), 'emulator-bench-'));
try {
  await oneBigRequest('memory only', {});
  await oneBigRequest('journal', { dataFolder: join(folder, 'plain') });
  await oneBigRequest('journal, fsync', { dataFolder: join(folder, 'fsync'), fsync: true });
  await reports();
} finally {
  await rm(folder, { recursive: true });
}
