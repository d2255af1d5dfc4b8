/**
 * How long a test waits for its emulator, and what fifty of them side by side cost.
 * Run: `node packages/smsapi-emulator/bench/start.bench.ts`.
 */
import { startEmulator, type Emulator } from '../src/index.ts';

const RUNS = 50;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const timed = async <T>(task: () => Promise<T>): Promise<{ readonly result: T; readonly tookMs: number }> => {
  const start = performance.now();
  const result = await task();
  return { result, tookMs: performance.now() - start };
};

const sendOne = async ({ url, token }: Emulator): Promise<number> => {
  const response = await fetch(`${url}/sms.do`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{"format":"json","to":"48500100050","message":"a"}',
  });
  await response.text();
  return response.status;
};

const first = await timed(() => startEmulator());
const firstSend = await timed(() => sendOne(first.result));
const firstClose = await timed(() => first.result.close());
console.log(
  `the first of a process: started in ${ms(first.tookMs)}, first send in ${ms(firstSend.tookMs)}, closed in ${ms(firstClose.tookMs)}`,
);

const starts: number[] = [];
const closes: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const { result, tookMs } = await timed(() => startEmulator());
  starts.push(tookMs);
  closes.push((await timed(() => result.close())).tookMs);
}
console.log(
  `one after another: started in ${ms(median(starts))} (worst ${ms(Math.max(...starts))}), closed in ${ms(median(closes))}`,
);

const heapBefore = process.memoryUsage().heapUsed;
const fifty = await timed(() => Promise.all(Array.from({ length: RUNS }, () => startEmulator())));
const sends = await timed(() => Promise.all(fifty.result.map(sendOne)));
const heap = (process.memoryUsage().heapUsed - heapBefore) / 1024 / 1024;
const end = await timed(() => Promise.all(fifty.result.map((emulator) => emulator.close())));
console.log(
  `${RUNS} at once: started in ${ms(fifty.tookMs)}, one send to each in ${ms(sends.tookMs)}, closed in ${ms(end.tookMs)}, ` +
    `${(heap / RUNS).toFixed(2)} MB of heap each`,
);
