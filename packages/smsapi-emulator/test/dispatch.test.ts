import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock, type EmulatorOptions, type ReportFault } from '../src/index.ts';
import { GOOD, idsOf, send, start, startReceiver } from './support.ts';

const HOUR_MS = 3_600_000;
const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, nth) => 48_501_000_050 + (first + nth) * 100);

/** A server of our own, which answers nothing by itself. */
const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
};

/** One of everything that can go wrong with reports, and a receiver that refuses every third call. */
const MISHAPS: readonly ReportFault[] = [
  { kind: 'late', rate: 0.15, ms: 60_000 },
  { kind: 'duplicated', rate: 0.15, times: 2, ms: 1_000 },
  { kind: 'disordered', rate: 0.15 },
  { kind: 'batched', rate: 0.3, size: 7, ms: 5_000 },
];

const runMixedUp = async (seed: number, options: EmulatorOptions = {}) => {
  const receiver = await startReceiver((_, nth) => (nth % 3 === 0 ? { status: 500, body: 'OK' } : { body: 'OK' }));
  const emulator = await start({ clock: createManualClock(), seed, reportUrl: receiver.url, ...options });
  for (const rule of MISHAPS) emulator.reportFaults.add(rule);
  const ids: string[] = [];
  for (let batch = 0; batch < 5; batch += 1) {
    ids.push(...idsOf(await send(emulator, { to: numbersFrom(batch * 100, 100).join(',') })));
    await emulator.advance(10_000);
  }
  await emulator.advance(6 * HOUR_MS);
  return { receiver, emulator, ids };
};

describe('the dispatcher', () => {
  it('loses no report among late, doubled, swapped, gathered and refused ones', async () => {
    const { receiver, emulator, ids } = await runMixedUp(1);
    expect([emulator.reports.pending, emulator.reports.givenUp]).toEqual([0, 0]);
    expect(ids.filter((id) => new Set(receiver.statuses(id)).size !== 3)).toEqual([]);
  });

  it('mixes the same reports up in the same way when seed and requests are the same', async () => {
    const struck = async (seed: number): Promise<readonly string[]> => {
      const { emulator } = await runMixedUp(seed, { reports: { keepCalls: 100_000 } });
      return emulator.reports
        .calls()
        .flatMap(({ fields, fault }) =>
          fault === null ? [] : fields.map((one) => `${fault} ${one['to']} ${one['status']}`),
        )
        .toSorted();
    };
    const first = new Set(await struck(2));
    expect(new Set(await struck(2))).toEqual(first);
    expect(new Set(await struck(3))).not.toEqual(first);
    expect(first.size).toBeGreaterThan(100);
  });

  it('asks a receiver that is gone one call at a time, however much waits for it, and delivers all when it is back', async () => {
    let isBack = false;
    let atOnce = 0;
    let most = 0;
    const seen = new Set<string>();
    const server = createServer((request, response) => {
      if (!isBack) {
        atOnce += 1;
        most = Math.max(most, atOnce);
        // Nobody answers: the caller gives up by itself.
        response.on('close', () => {
          atOnce -= 1;
        });
        return;
      }
      for (const id of (new URL(request.url ?? '/', 'http://x').searchParams.get('MsgId') ?? '').split(','))
        seen.add(id);
      response.end('OK');
    });
    const emulator = await start({
      reportUrl: await listen(server),
      reportTimeoutMs: 30,
      reports: { retryFirstMs: 1, retryMostMs: 5 },
      switches: { reportStatuses: 'final' },
    });
    const [first = ''] = idsOf(await send(emulator));
    await expect.poll(() => emulator.reports.calls().length).toBeGreaterThan(0);
    most = 0;
    const ids = idsOf(await send(emulator, { to: numbersFrom(0, 500).join(',') }));
    await expect.poll(() => emulator.reports.calls().length).toBeGreaterThan(10);
    expect(most).toBeLessThanOrEqual(1);
    isBack = true;
    await emulator.idle();
    expect([...ids, first].filter((id) => !seen.has(id))).toEqual([]);
  });

  it('lets no receiver that hangs keep the reports of another waiting', async () => {
    const hole = await listen(createServer(() => undefined));
    const well = await startReceiver();
    const emulator = await start({ reportTimeoutMs: 5_000, switches: { reportStatuses: 'final', reportBatch: 1 } });
    await send(emulator, { to: numbersFrom(0, 10).join(','), notify_url: hole });
    await send(emulator, { to: numbersFrom(100, 50).join(','), notify_url: well.url });
    await expect.poll(() => well.calls.length).toBe(50);
    await expect.poll(() => emulator.reports.pending).toBe(10);
  });

  it('gives up on a receiver that trickles its answer for ever', async () => {
    const drip = createServer((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(timer));
    });
    const emulator = await start({
      reportUrl: await listen(drip),
      reportTimeoutMs: 100,
      reports: { maxAttempts: 2, retryFirstMs: 1 },
      switches: { reportStatuses: 'final' },
    });
    await send(emulator);
    await emulator.idle();
    expect(emulator.reports.calls().map(({ status, taken }) => [status, taken])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect(emulator.reports.givenUp).toBe(1);
  });

  it('survives an address that is none', async () => {
    const emulator = await start({ reportUrl: 'not an address', reports: { maxAttempts: 2, retryFirstMs: 1 } });
    await send(emulator);
    await emulator.idle();
    expect([emulator.reports.givenUp, emulator.ledger.received(GOOD).length]).toEqual([3, 1]);
  });

  it('repeats at growing distances that end at five minutes, for more than three days', async () => {
    const emulator = await start({
      clock: createManualClock(),
      reportUrl: 'http://127.0.0.1:1/nobody',
      switches: { reportStatuses: 'final' },
      reports: { keepCalls: 2_000 },
    });
    await send(emulator);
    await emulator.advance(100 * HOUR_MS);
    const at = emulator.reports.calls().map((call) => call.at);
    const gaps = at.slice(1).map((moment, nth) => Math.round((moment - (at[nth] ?? 0)) / 1_000));
    expect(gaps.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
    expect([at.length, new Set(gaps.slice(9))]).toEqual([1_000, new Set([300])]);
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(72 * HOUR_MS);
    expect([emulator.reports.pending, emulator.reports.givenUp]).toEqual([0, 1]);
  });

  it('sends what faults held back when the emulator is started again', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'emulator-held-'));
    onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
    const receiver = await startReceiver();
    const first = await start({ dataFolder, reportUrl: receiver.url });
    first.reportFaults.add({ kind: 'late', ms: 10 * HOUR_MS });
    const [id = ''] = idsOf(await send(first));
    await expect.poll(() => first.reports.pending).toBe(3);
    await first.close();
    expect(receiver.calls).toEqual([]);
    const second = await start({ dataFolder, reportUrl: receiver.url });
    await second.idle();
    expect(receiver.statuses(id)).toEqual(['409', '403', '404']);
  });
});
