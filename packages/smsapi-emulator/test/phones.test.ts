import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock, type EmulatorOptions } from '../src/index.ts';
import { GOOD, idsOf, send, start, startReceiver } from './support.ts';

const HOUR_MS = 3_600_000;

/** Time as in life, moved by hand; a receiver that answers OK. */
const rig = async (options: EmulatorOptions = {}) => {
  const receiver = await startReceiver();
  const clock = options.clock ?? createManualClock();
  const emulator = await start({ speed: 1, reportUrl: receiver.url, ...options, clock });
  /** Moves time and waits until what fell due was reported. */
  const pass = async (ms: number): Promise<void> => {
    await emulator.advance(ms);
    await expect.poll(() => emulator.reports.pending).toBe(0);
  };
  return { receiver, emulator, clock, pass };
};

const statusOf = (emulator: Awaited<ReturnType<typeof start>>, number = GOOD) =>
  emulator.ledger.accepted(number).map(({ status }) => status);

describe.each(['off', 'out-of-coverage'] as const)('a handset that is %s', (state) => {
  it('gets nothing, and SENT is the last that is heard', async () => {
    const { receiver, emulator, pass } = await rig();
    await emulator.phones.set(GOOD, state);
    const [id = ''] = idsOf(await send(emulator));
    await pass(HOUR_MS);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
    expect(receiver.statuses(id)).toEqual(['409', '403']);
    expect(statusOf(emulator)).toEqual(['SENT']);
  });

  it('gets what waited the moment it is back', async () => {
    const { receiver, emulator, clock, pass } = await rig();
    await emulator.phones.set(GOOD, state);
    const [first = ''] = idsOf(await send(emulator, { message: 'pierwsza' }));
    const [second = ''] = idsOf(await send(emulator, { message: 'druga' }));
    await pass(5 * HOUR_MS);
    await emulator.phones.set(GOOD, 'on');
    const back = clock.now();
    await pass(0);
    expect(emulator.ledger.received(GOOD).map(({ text, at }) => [text, at])).toEqual([
      ['pierwsza', back],
      ['druga', back],
    ]);
    expect([receiver.statuses(first), receiver.statuses(second)]).toEqual([
      ['409', '403', '404'],
      ['409', '403', '404'],
    ]);
    const told = receiver.calls.find(({ fields }) => fields['status']?.includes('404') === true);
    expect(told?.fields['donedate']).toContain(String(back / 1_000));
  });
});

describe('a message to a handset that stays away', () => {
  it('expires after 72 hours', async () => {
    const { receiver, emulator, pass } = await rig();
    await emulator.phones.set(GOOD, 'off');
    const [id = ''] = idsOf(await send(emulator));
    await pass(72 * HOUR_MS - 1);
    expect(statusOf(emulator)).toEqual(['SENT']);
    await pass(1);
    expect(receiver.statuses(id)).toEqual(['409', '403', '402']);
    await emulator.phones.set(GOOD, 'on');
    await pass(HOUR_MS);
    expect([emulator.ledger.received(GOOD), statusOf(emulator)]).toEqual([[], ['EXPIRED']]);
  });

  it('expires at its expiration_date', async () => {
    const { receiver, emulator, clock, pass } = await rig();
    await emulator.phones.set(GOOD, 'off');
    const [id = ''] = idsOf(await send(emulator, { expiration_date: clock.now() / 1_000 + 1_800 }));
    await pass(29 * 60_000);
    expect(receiver.statuses(id)).toEqual(['409', '403']);
    await pass(60_000);
    expect(receiver.statuses(id)).toEqual(['409', '403', '402']);
  });

  it('is not waited for by idle()', async () => {
    const emulator = await start();
    await emulator.phones.set(GOOD, 'off');
    await send(emulator);
    await emulator.idle();
    expect(statusOf(emulator)).toEqual(['SENT']);
  });

  it('that the network refuses is refused all the same', async () => {
    const { receiver, emulator, pass } = await rig();
    await emulator.phones.set('48500100002', 'off');
    const [id = ''] = idsOf(await send(emulator, { to: '48500100002' }));
    await pass(HOUR_MS);
    expect(receiver.statuses(id)).toEqual(['409', '403', '407']);
  });
});

describe('switching a handset', () => {
  it('off in the middle of a life stops what has not happened yet', async () => {
    const { receiver, emulator, pass } = await rig();
    const [id = ''] = idsOf(await send(emulator));
    await pass(100);
    await emulator.phones.set(GOOD, 'off');
    await pass(HOUR_MS);
    expect(receiver.statuses(id)).toEqual(['409', '403']);
    await emulator.phones.set(GOOD, 'out-of-coverage');
    await pass(HOUR_MS);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
    await emulator.phones.set(GOOD, 'on');
    await pass(0);
    expect(receiver.statuses(id)).toEqual(['409', '403', '404']);
  });

  it('off and on before anything is due changes nothing', async () => {
    const { emulator, clock, pass } = await rig();
    const begin = clock.now();
    await send(emulator);
    await emulator.phones.set(GOOD, 'off');
    await emulator.phones.set(GOOD, 'on');
    await pass(999);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
    await pass(2_001);
    const [landed] = emulator.ledger.received(GOOD);
    expect(landed?.at).toBeGreaterThanOrEqual(begin + 1_000);
    expect(emulator.ledger.totals).toEqual({ accepted: 1, received: 1 });
  });

  it('off after a text has landed takes nothing back', async () => {
    const { receiver, emulator, pass } = await rig();
    const [id = ''] = idsOf(await send(emulator));
    await pass(5_000);
    await emulator.phones.set(GOOD, 'off');
    await pass(100 * HOUR_MS);
    expect(receiver.statuses(id)).toEqual(['409', '403', '404']);
    expect(emulator.ledger.received(GOOD)).toHaveLength(1);
  });

  it('does not reach the handset next to it', async () => {
    const { emulator, pass } = await rig();
    await emulator.phones.set(GOOD, 'off');
    await send(emulator, { to: `${GOOD},48500100250` });
    await pass(5_000);
    expect([emulator.ledger.received(GOOD).length, emulator.ledger.received('48500100250').length]).toEqual([0, 1]);
    expect([emulator.phones.state(GOOD), emulator.phones.state('48500100250')]).toEqual(['off', 'on']);
  });

  it('leaves a message alone that was taken back meanwhile', async () => {
    const { emulator, clock, pass } = await rig();
    await emulator.phones.set(GOOD, 'off');
    const [id = ''] = idsOf(await send(emulator, { date: clock.now() / 1_000 + 7_200 }));
    await send(emulator, { sch_del: id });
    await emulator.phones.set(GOOD, 'on');
    await pass(3 * HOUR_MS);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
  });
});

describe('a restart', () => {
  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'telefony ąę '));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };

  it.each([
    ['a plain journal', 32 * 1024 * 1024],
    ['a shortened journal', 1],
  ])('keeps handsets away and their messages waiting: %s', async (_, compactAboveBytes) => {
    const options = { dataFolder: await newFolder(), compactAboveBytes };
    const clock = createManualClock();
    const first = await rig({ ...options, clock });
    const [early = ''] = idsOf(await send(first.emulator, { message: 'przed' }));
    await first.pass(5_000);
    await first.emulator.phones.set(GOOD, 'off');
    const [late = ''] = idsOf(await send(first.emulator, { message: 'po' }));
    await first.pass(HOUR_MS);
    await first.emulator.close();

    const second = await rig({ ...options, clock });
    await second.pass(HOUR_MS);
    expect(second.emulator.phones.state(GOOD)).toBe('off');
    expect(second.emulator.ledger.received(GOOD).map(({ text }) => text)).toEqual(['przed']);
    await second.emulator.close();

    const third = await rig({ ...options, clock });
    await third.emulator.phones.set(GOOD, 'on');
    await third.pass(0);
    expect(third.emulator.ledger.received(GOOD).map(({ text }) => text)).toEqual(['przed', 'po']);
    expect(third.emulator.ledger.totals).toEqual({ accepted: 2, received: 2 });
    const reported = [first, second, third].map(({ receiver }) => [receiver.statuses(early), receiver.statuses(late)]);
    // The account of a folder keeps its first receiver's callback; each start names its own.
    expect(reported.flat(2).toSorted()).toEqual(['403', '403', '404', '404', '409', '409']);
  });

  it('finds a message expired whose handset stayed away while the emulator slept', async () => {
    const dataFolder = await newFolder();
    const first = await rig({ dataFolder });
    await first.emulator.phones.set(GOOD, 'off');
    await send(first.emulator);
    await first.pass(5_000);
    await first.emulator.close();
    const second = await rig({ dataFolder, clock: createManualClock(first.clock.now() + 100 * HOUR_MS) });
    await second.pass(0);
    expect(statusOf(second.emulator)).toEqual(['EXPIRED']);
  });

  it('takes up texts that were not answered OK, and no others', async () => {
    const dataFolder = await newFolder();
    let refusing = false;
    const receiver = await startReceiver(() => ({ body: refusing ? 'later' : 'OK' }));
    const first = await start({ dataFolder, reports: { retryFirstMs: 600_000 } });
    expect(await first.receive({ from: GOOD, text: 'nikt' })).toEqual({ hasReceiver: false, taken: false });
    await fetch(`${first.url}/callbacks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: receiver.url, type: 'sms_mo' }),
    });
    await first.receive({ from: GOOD, text: 'przyjęty' });
    refusing = true;
    await first.receive({ from: GOOD, text: 'czeka', replyTo: '77' });
    await first.close();
    refusing = false;
    receiver.calls.length = 0;

    const second = await start({ dataFolder });
    await expect.poll(() => second.reports.calls().map(({ taken }) => taken)).toEqual([true]);
    expect(receiver.calls).toHaveLength(1);
    expect(receiver.calls[0]?.fields).toMatchObject({ sms_text: 'czeka', sms_from: GOOD, MsgId: '77' });
    await second.close();
    receiver.calls.length = 0;
    const third = await start({ dataFolder });
    await fetch(`${third.url}/ping`);
    expect(receiver.calls).toEqual([]);
  });
});
