/**
 * How many single sends a second the emulator takes over kept-alive connections, beside a bare `node:http` server that
 * answers a constant: both in processes of their own, in turns, so that the ratio survives a busy machine.
 * Run: `node packages/smsapi-emulator/bench/requests.bench.ts`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fire } from './wire-client.ts';

const CONNECTIONS = 16;
const REQUESTS = 10_000;
const ROUNDS = 7;

interface Subject {
  readonly child: ChildProcess;
  readonly port: number;
  readonly perSecond: number[];
  readonly cpuMicros: number[];
}

const numberIn = (message: unknown, name: string): number =>
  typeof message === 'object' && message !== null ? Number(Reflect.get(message, name)) : Number.NaN;

const startSubject = async (kind: 'bare' | 'emulator'): Promise<Subject> => {
  const child = fork(fileURLToPath(new URL('subject.ts', import.meta.url)), [kind]);
  const [message]: readonly unknown[] = await once(child, 'message');
  return { child, port: numberIn(message, 'port'), perSecond: [], cpuMicros: [] };
};

const cpuOf = async ({ child }: Subject): Promise<number> => {
  child.send('cpu');
  const [message]: readonly unknown[] = await once(child, 'message');
  return numberIn(message, 'cpuMicros');
};

const TEXT = encodeURIComponent('Dzień dobry, Państwa zamówienie czeka na odbiór.');

const requestOf = (nth: number): string => {
  const body = `format=json&encoding=utf-8&to=48${501_000_050 + (nth % 1_000_000) * 100}&message=${TEXT}&idx=b${nth}&check_idx=1`;
  return [
    'POST /sms.do HTTP/1.1',
    'Host: 127.0.0.1',
    'Authorization: Bearer bench',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
};

const measure = async (subject: Subject, round: number): Promise<void> => {
  let sent = 0;
  const next = (): string | null => (sent < REQUESTS ? requestOf(round * REQUESTS + sent++) : null);
  const cpuBefore = await cpuOf(subject);
  const start = performance.now();
  await fire(subject.port, CONNECTIONS, next, (answer) => answer.includes('{"count":1,'));
  subject.perSecond.push(REQUESTS / ((performance.now() - start) / 1_000));
  subject.cpuMicros.push(((await cpuOf(subject)) - cpuBefore) / REQUESTS);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const line = (name: string, { perSecond, cpuMicros }: Subject): string =>
  `${name.padEnd(10)} ${median(perSecond).toFixed(0).padStart(6)} requests/s (best ${Math.max(...perSecond).toFixed(0)}), ` +
  `CPU ${median(cpuMicros).toFixed(0)} µs a request (best ${Math.min(...cpuMicros).toFixed(0)})`;

const bare = await startSubject('bare');
const emulator = await startSubject('emulator');
// The first round of each warms up and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const subject of [bare, emulator]) {
    await measure(subject, round);
    if (round === 0) for (const figures of [subject.perSecond, subject.cpuMicros]) figures.length = 0;
  }
}
console.log(`single sends, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${REQUESTS}`);
console.log(line('bare', bare));
console.log(line('emulator', emulator));
console.log(
  `ratio      ${(median(emulator.perSecond) / median(bare.perSecond)).toFixed(2)} of bare node:http in requests/s, ` +
    `${(median(emulator.cpuMicros) / median(bare.cpuMicros)).toFixed(2)} times its CPU`,
);
for (const { child } of [bare, emulator]) child.disconnect();
