import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BREAKER_THRESHOLD } from '../../src/domain/breaker.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSender } from '../../src/sending/sender.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { resumeCampaign } from '../../src/usecases/send-campaign.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { createFirm } from '../support/firm.ts';
import { createLogBook, hearAnnouncements, until } from '../support/watch.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

const dead = { kind: 'cut', forwarded: false } as const;
const MINUTE = 60_000;

let fault: FaultRig;
let now: number;
const book = createLogBook();

/** The clock of the rules stands still but for this. */
const wait = (ms: number) => {
  now += ms;
  fault.rig.setNow(new Date(now));
};
const fail = async (times: number) => {
  for (let n = 0; n < times; n++) expect(await fault.attempt()).toMatchObject({ kind: 'uncertain' });
};
const pauseOf = async (key: CampaignInput) => {
  const { state, pauseCause, pauseUntil } = await fault.campaign(key);
  return { state, cause: pauseCause, inMs: pauseUntil === null ? null : pauseUntil.getTime() - now };
};

beforeEach(async () => {
  fault = await createFaultRig({ contacts: 12, batchSize: 2, log: book.log });
  now = Date.now();
  wait(0);
});
afterEach(() => fault.close());

describe('the breaker', () => {
  it('opens at the third failure in a row, for every campaign of that company and for nobody else', async () => {
    const other = await createFirm(fault.rig.test.db, { contacts: 1 });
    const [first, second] = [await fault.launch('Test'), await fault.launch('Test drugi')];
    const elsewhere = await fault.rig.test.db
      .insertInto('campaign')
      .values({ companyId: other.companyId, subject: 'Inna', createdBy: 'test', state: 'sending' })
      .returning(['id', 'companyId'])
      .executeTakeFirstOrThrow();
    fault.proxy.strike(dead);
    await fail(BREAKER_THRESHOLD - 1);
    expect(await pauseOf(first)).toMatchObject({ state: 'sending' });
    await fail(1);
    for (const key of [first, second]) {
      const { inMs, ...pause } = await pauseOf(key);
      expect(pause).toEqual({ state: 'paused', cause: 'gateway_down' });
      expect(inMs).toBeGreaterThanOrEqual(2_500);
      expect(inMs).toBeLessThanOrEqual(5_000);
    }
    expect(
      await fault.campaign({ companyId: elsewhere.companyId, campaignId: elsewhere.id, actor: 'test' }),
    ).toMatchObject({ state: 'sending' });
    // A failed batch is asked for again before an untouched one is drawn into the trouble.
    expect(await fault.handovers(first)).toEqual(['ready 10', 'uncertain 2']);
    expect(await fault.handovers(second)).toEqual(['ready 12']);
    await fault.hurry();
    expect(await claimNextBatch(fault.rig.deps, 'rig')).toBeNull();
  });

  it('counts failures in a row: one answer in between and it starts again', async () => {
    await fault.launch();
    fault.proxy.strike(dead);
    await fail(2);
    fault.proxy.strike(null);
    await fault.attempt();
    fault.proxy.strike(dead);
    await fail(2);
    fault.proxy.strike({ kind: 'answer', status: 429, forwarded: false });
    expect(await fault.attempt()).toMatchObject({ kind: 'throttled' });
    fault.proxy.strike(dead);
    await fail(2);
  });

  it('asks one harmless question at a time, less and less often, and never hammers', async () => {
    const keys = [await fault.launch('Test'), await fault.launch('Test drugi')];
    fault.proxy.strike(dead);
    await fail(3);
    expect(await fault.look()).toBe(0);
    const sent = fault.proxy.count('/sms.do');
    const profiles = fault.proxy.count('/profile');
    for (const [probe, longest] of [10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000].entries()) {
      wait((await pauseOf(keys[0] ?? never())).inMs ?? 0);
      expect(await fault.look()).toBe(1);
      expect(fault.proxy.count('/profile')).toBe(profiles + probe + 1);
      for (const key of keys) {
        const { inMs } = await pauseOf(key);
        expect(inMs).toBeGreaterThanOrEqual(longest / 2);
        expect(inMs).toBeLessThanOrEqual(longest);
      }
    }
    expect(fault.proxy.count('/sms.do')).toBe(sent);
  });

  it('lets all campaigns go on when the gateway answers again, one batch at a time until one is answered', async () => {
    const keys = [await fault.launch('Test'), await fault.launch('Test drugi')];
    fault.proxy.strike(dead);
    await fail(3);
    fault.proxy.strike(null);
    wait(5_000);
    expect(await fault.look()).toBe(1);
    for (const key of keys) expect(await pauseOf(key)).toEqual({ state: 'sending', cause: null, inMs: null });

    await fault.hurry();
    const probing = await claimNextBatch(fault.rig.deps, 'rig');
    await fault.hurry();
    expect(await claimNextBatch(fault.rig.deps, 'other')).toBeNull();
    await sendBatch(fault.rig.deps, 'rig', probing ?? never());
    await fault.hurry();
    expect(await claimNextBatch(fault.rig.deps, 'rig')).not.toBeNull();
    await fault.hurry();
    expect(await claimNextBatch(fault.rig.deps, 'other')).not.toBeNull();
  });

  it('opens again at the first failure of a gateway that only answers questions, and waits longer each time', async () => {
    const key = await fault.launch();
    fault.proxy.strike(dead, '/sms.do');
    await fail(3);
    for (const longest of [10_000, 20_000, 40_000]) {
      wait((await pauseOf(key)).inMs ?? 0);
      await fault.look();
      expect(await pauseOf(key)).toMatchObject({ state: 'sending' });
      await fail(1);
      const { inMs } = await pauseOf(key);
      expect(inMs).toBeGreaterThanOrEqual(longest / 2);
      expect(inMs).toBeLessThanOrEqual(longest);
    }
    expect(await fault.handovers(key)).toEqual(['ready 10', 'uncertain 2']);
    fault.proxy.strike(null);
    wait(MINUTE);
    await fault.look();
    await fault.finish();
    expect(Array.from({ length: 12 }, (_, n) => fault.taken(n + 1))).toEqual(Array.from({ length: 12 }, () => 1));
    expect((await fault.campaign(key)).pauseChecks).toBe(0);
  });

  it('takes a refusal for an answer: the gateway is back, and the next batch finds out what else is wrong', async () => {
    const key = await fault.launch();
    fault.proxy.strike(dead);
    await fail(3);
    fault.proxy.strike({ kind: 'answer', status: 401, forwarded: false });
    wait(5_000);
    await fault.look();
    await fault.attempt();
    expect(await pauseOf(key)).toMatchObject({ state: 'paused', cause: 'credentials' });
  });

  it('leaves what has stood for three days to a person, who can let it go on', async () => {
    const key = await fault.launch();
    fault.proxy.strike(dead);
    await fail(3);
    wait(72 * 60 * MINUTE);
    await fault.look();
    expect(await pauseOf(key)).toEqual({ state: 'paused', cause: 'gateway_down', inMs: null });
    fault.proxy.strike(null);
    wait(MINUTE);
    expect(await fault.look()).toBe(0);
    expect(await resumeCampaign(fault.rig.deps, key)).toMatchObject({ ok: true });
  });

  it('is one probe for two workers', async () => {
    await fault.launch();
    fault.proxy.strike(dead);
    await fail(3);
    const before = fault.proxy.count('/profile');
    wait(5_000);
    const looked = await Promise.all(Array.from({ length: 8 }, () => fault.look()));
    expect(looked.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(fault.proxy.count('/profile')).toBe(before + 1);
  });
});

describe('the sending loop at a dead gateway', () => {
  it('makes no storm, and goes on by itself when the gateway is back', async () => {
    const key = await fault.launch();
    const announcements = await hearAnnouncements(fault.rig.test.connection);
    fault.proxy.strike({ kind: 'silence', forwarded: false });
    await fault.impatient();
    const before = fault.proxy.passed.length;
    const [lines, quiet] = [book.lines.length, { subscribe: () => () => {} }];
    const sender = createSender(fault.rig.deps, quiet, createMetrics());
    sender.start();
    try {
      await until(async () => (await pauseOf(key)).state === 'paused');
      // Many turns of the loop, in which nothing may happen.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      // The gateway's concurrency is three: these were under way when the third of them failed.
      expect(fault.proxy.passed.length - before).toBeLessThanOrEqual(3);
      const told = book.lines.slice(lines);
      expect(told.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual(['campaign.paused']);
      expect(told.filter(({ msg }) => !msg.startsWith('batch.'))).toHaveLength(1);
      expect(announcements.heard.length).toBeLessThanOrEqual(5);
      expect((await fault.handovers(key)).find((line) => line.startsWith('ready'))).toBe('ready 6');

      fault.proxy.strike(null);
      await fault.patient();
      wait(5_000);
      await until(async () => {
        await fault.hurry();
        return (await fault.campaign(key)).state === 'finished';
      });
    } finally {
      await sender.stop();
      await announcements.close();
    }
    expect(Array.from({ length: 12 }, (_, n) => fault.taken(n + 1))).toEqual(Array.from({ length: 12 }, () => 1));
    expect(book.named('campaign.resumed')).not.toHaveLength(0);
  });
});

function never(): never {
  throw new Error('nothing there');
}
