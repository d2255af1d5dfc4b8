import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, send, start, startReceiver } from './support.ts';

const HOUR_MS = 3_600_000;

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-time-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** A receiver that takes calls and never answers. */
const startHole = async (): Promise<string> => {
  const server = createServer(() => undefined);
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

const clockOf = (emulator: Emulator, change: unknown) => askJson(emulator, 'POST', '/_emulator/clock', change);

describe('72 hours', () => {
  it('of refused reports pass in one call, attempt after attempt, until the receiver is back', async () => {
    const clock = createManualClock();
    const begin = clock.now();
    const receiver = await startReceiver(() => ({ body: clock.now() - begin < 72 * HOUR_MS ? 'later' : 'OK' }));
    const emulator = await start({ clock, reportUrl: receiver.url, switches: { reportStatuses: 'final' } });
    const [id = ''] = idsOf(await send(emulator));
    await emulator.advance(73 * HOUR_MS);
    const calls = emulator.reports.where({ id });
    expect(calls.at(-1)).toMatchObject({ taken: true, status: 200, answer: 'OK' });
    expect(calls.slice(0, -1).every(({ taken, answer }) => !taken && answer === 'later')).toBe(true);
    // 1, 2, 4, … 256 s and then every five minutes: 72 hours hold some 870 attempts.
    expect(calls.length).toBeGreaterThan(850);
    expect(calls.length).toBeLessThan(900);
    expect([emulator.reports.pending, emulator.reports.givenUp]).toEqual([0, 0]);
  });

  it('wait for a receiver that answers, however long all its answers take together', async () => {
    const realNow = performance.now.bind(performance);
    let lateMs = 0;
    const slow = vi.spyOn(performance, 'now').mockImplementation(() => realNow() + lateMs);
    onTestFinished(() => slow.mockRestore());
    const receiver = await startReceiver(() => {
      lateMs += 6_000;
      return { body: 'later' };
    });
    const emulator = await start({
      clock: createManualClock(),
      reportUrl: receiver.url,
      switches: { reportStatuses: 'final' },
      reports: { maxAttempts: 5 },
    });
    await send(emulator);
    await emulator.jumpTo('PT72H');
    expect([receiver.calls.length, emulator.reports.pending, emulator.reports.givenUp]).toEqual([5, 0, 1]);
  });

  it('of campaigns keep every report at its moment', async () => {
    const clock = createManualClock();
    const begin = clock.now();
    const receiver = await startReceiver();
    const emulator = await start({ clock, speed: 1, reportUrl: receiver.url });
    for (let hour = 0; hour < 72; hour += 1) {
      const to = `${48_501_000_050 + hour * 100}`;
      await send(emulator, { to, idx: `h${hour}`, date: Math.floor((begin + hour * HOUR_MS) / 1_000) });
    }
    await emulator.jumpTo('P3D');
    expect(receiver.calls.flatMap(({ fields }) => (fields['MsgId'] ?? '').split(','))).toHaveLength(72 * 3);
    const done = emulator.reports.where({ idx: 'h50', status: 404 });
    expect(done).toHaveLength(1);
    const doneAt = Number(done[0]?.fields[0]?.['donedate']) * 1_000 - begin;
    expect(doneAt).toBeGreaterThanOrEqual(50 * HOUR_MS + 1_000);
    expect(doneAt).toBeLessThanOrEqual(50 * HOUR_MS + 4_000);
    expect(emulator.ledger.totals).toEqual({ accepted: 72, received: 72 });
  });

  it('free an idx after the window of 24', async () => {
    const emulator = await start({ clock: createManualClock() });
    await send(emulator, { idx: 'a' });
    await emulator.jumpTo('PT23H59M59S');
    expect((await send(emulator, { idx: 'a', check_idx: 1 })).json['error']).toBe(53);
    await emulator.jumpTo('PT1S');
    expect((await send(emulator, { idx: 'a', check_idx: 1 })).json['count']).toBe(1);
  });
});

describe('the pace', () => {
  it('carries messages, schedules and repeated reports with it', async () => {
    const receiver = await startReceiver((_, nth) => ({ body: nth < 6 ? 'later' : 'OK' }));
    const emulator = await start({ speed: 1, clockPace: 10_000, reportUrl: receiver.url });
    const date = Math.floor(emulator.clock.now() / 1_000) + 600;
    const [id = ''] = idsOf(await send(emulator, { date }));
    await emulator.idle();
    expect(receiver.statuses(id)).toContain('404');
    expect(emulator.clock.now()).toBeGreaterThan(date * 1_000);
  });

  it('is not needed for what waits in real time: latency goes by the machine', async () => {
    const emulator = await start({ freeze: true });
    emulator.setLatency({ minMs: 1, maxMs: 2 });
    expect((await send(emulator)).json['count']).toBe(1);
  });
});

describe('a frozen clock', () => {
  it('keeps everything where it is until it is resumed', async () => {
    const emulator = await start({ freeze: true });
    await send(emulator);
    const before = emulator.clock.now();
    await ask(emulator, 'GET', '/ping');
    expect([emulator.clock.now(), emulator.ledger.received(GOOD)]).toEqual([before, []]);
    emulator.clock.resume();
    await emulator.idle();
    expect(emulator.ledger.received(GOOD)).toHaveLength(1);
  });

  it('does not wait for ever for a receiver that hangs while it is pushed', async () => {
    const url = await startHole();
    const emulator = await start({ clock: createManualClock(), reportUrl: url, reportTimeoutMs: 100 });
    await send(emulator);
    await emulator.advance(30 * HOUR_MS);
    expect(emulator.reports.pending).toBe(3);
  });
});

describe('the clock of the admin endpoint', () => {
  it('is frozen, paced, moved to a moment and told', async () => {
    const emulator = await start();
    expect((await clockOf(emulator, { freeze: true, pace: 60 })).json).toMatchObject({ pace: 60, frozen: true });
    const to = new Date(emulator.clock.now() + HOUR_MS).toISOString();
    expect((await clockOf(emulator, { to })).json).toMatchObject({ now: to, frozen: true, nextAt: null });
    const later = (await clockOf(emulator, { advanceMs: 1_000 })).json['now'];
    expect(Date.parse(String(later))).toBe(Date.parse(to) + 1_000);
    expect((await clockOf(emulator, { freeze: false })).json).toMatchObject({ frozen: false, pace: 60 });
    expect((await ask(emulator, 'GET', '/_emulator/clock')).json).toMatchObject({ pace: 60 });
  });

  it.each([
    [{}, 'one or more of: advanceMs, to, pace, freeze'],
    [{ back: 1 }, 'one or more of: advanceMs, to, pace, freeze'],
    [{ pace: 0 }, 'Field pace must be'],
    [{ pace: 'fast' }, 'Field pace must be'],
    [{ freeze: 'yes' }, 'Field freeze must be'],
    [{ to: '2001-01-01T00:00:00Z' }, 'time only goes forward'],
    [{ to: 'tomorrow' }, 'Field to must be milliseconds, a duration such as PT1H30M'],
    [{ to: 5 }, 'Field to must be a date'],
    [{ advanceMs: -1 }, 'time only goes forward'],
  ])('refuses %j with a sentence and changes nothing', async (change, sentence) => {
    const emulator = await start({ clock: createManualClock() });
    const before = emulator.clock.state();
    const answer = await clockOf(emulator, change);
    expect([answer.status, answer.json['message']]).toEqual([400, expect.stringContaining(sentence)]);
    expect(emulator.clock.state()).toMatchObject({ pace: before.pace, frozen: before.frozen });
  });
});

describe('a restart', () => {
  it('finds a frozen clock where it stood', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder });
    first.clock.freeze();
    await first.jumpTo('PT5H');
    const at = first.clock.now();
    await first.close();
    const second = await start({ dataFolder });
    expect([second.clock.now(), second.clock.frozen]).toEqual([at, true]);
    second.clock.resume();
    expect(second.clock.frozen).toBe(false);
  });

  it('finds a paced clock further on, as if it had run all the while', async () => {
    const dataFolder = await newFolder();
    const first = await start({ dataFolder, clockPace: 5_000 });
    await send(first, { date: Math.floor(first.clock.now() / 1_000) + 3_600 });
    const at = first.clock.now();
    await first.close();
    const second = await start({ dataFolder });
    expect(second.clock.pace).toBe(5_000);
    expect(second.clock.now()).toBeGreaterThanOrEqual(at);
    await second.idle();
    expect(second.ledger.received(GOOD)).toHaveLength(1);
  });

  it('takes what the second start says about the clock before what the first one left', async () => {
    const dataFolder = await newFolder();
    await (await start({ dataFolder, clockPace: 5_000, freeze: true })).close();
    const second = await start({ dataFolder, clockPace: 2 });
    expect([second.clock.pace, second.clock.frozen]).toEqual([2, true]);
  });
});
