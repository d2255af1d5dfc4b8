import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reclaimBatches } from '../../src/db/batches.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { checkPause, claimNextCheck } from '../../src/usecases/check-pauses.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { resumeCampaign, sendCampaign } from '../../src/usecases/send-campaign.ts';
import { tendSending } from '../../src/usecases/tend-sending.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { createLogBook } from '../support/watch.ts';

const HOUR = 3_600_000;
const book = createLogBook();
let test: TestApi;
beforeEach(async () => {
  test = await createTestApi({
    contacts: 6,
    batchSize: 2,
    log: book.log,
    emulator: { fateOf: () => 'delivered' },
  });
  await tendSending(test.rig.deps);
});
afterEach(() => test.close());

/**
 * What a clock looks like that was set back: every moment the database has written down moves ahead of it. That is the same
 * as setting the clock of the computer, which a test may not. (The latest moment is noted once a minute, so in life what is
 * waited for may come up to a minute later.)
 */
async function setBack(ms: number): Promise<void> {
  const ahead = sql`make_interval(secs => ${ms / 1000}::float8)`;
  const { db } = test.rig.test;
  await sql`update instance set highest_at = now() + ${ahead}`.execute(db);
  await sql`update gateway set next_request_at = next_request_at + ${ahead}`.execute(db);
  await sql`update batch set not_before = not_before + ${ahead}, lease_until = lease_until + ${ahead}, first_attempt_at = first_attempt_at + ${ahead}`.execute(
    db,
  );
  await sql`update campaign set pause_until = pause_until + ${ahead}`.execute(db);
}
async function launch(): Promise<CampaignInput> {
  const key = await test.rig.draft('Test');
  expect(await sendCampaign(test.rig.deps, key)).toMatchObject({ ok: true });
  return key;
}
const claim = () => claimNextBatch(test.rig.deps, 'rig');
const shown = ({ companyId, campaignId }: CampaignInput) =>
  test.api.getCampaign({ params: { companyId: String(companyId), campaignId: String(campaignId) } });
const send = async () => {
  const batch = await claim();
  return batch && (await sendBatch(test.rig.deps, 'rig', batch)).kind;
};

describe('a clock that is set back while sending', () => {
  it.each([10 * 60_000, HOUR, 47 * HOUR])(
    'by %i ms does not stall it: what is waited for moves back too',
    async (ms) => {
      const key = await launch();
      expect(await send()).toBe('answered');
      await setBack(ms);
      expect(await claim()).toBeNull();
      const lines = book.lines.length;
      for (let n = 0; n < 5; n++) await tendSending(test.rig.deps);
      expect(await test.rig.drain()).toBe(2);
      await test.rig.emulator.idle();
      expect((await shown(key)).state).toBe('finished');
      expect(book.lines.slice(lines).filter(({ msg }) => msg === 'clock.set_back')).toHaveLength(1);
    },
  );

  it('finds the batch of a dead worker when its lease is over, not days later', async () => {
    await launch();
    await claim();
    await setBack(HOUR);
    await tendSending(test.rig.deps);
    const { leaseUntil } = await test.rig.test.db
      .selectFrom('batch')
      .select('leaseUntil')
      .where('state', '=', 'submitting')
      .executeTakeFirstOrThrow();
    expect(leaseUntil?.getTime()).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
  });

  it('asks for nothing uncertain again: nobody knows how long the gateway has remembered it', async () => {
    const key = await launch();
    await claim();
    await reclaimBatches(test.rig.test.db, 'all');
    await setBack(HOUR);
    await tendSending(test.rig.deps);
    expect(await test.rig.drain()).toBe(2);
    const { sums } = await shown(key);
    expect(sums.handover).toMatchObject({ accepted: 4, uncertain: 2 });
    const params = { companyId: String(key.companyId), campaignId: String(key.campaignId) };
    const { items } = await test.api.listMessages({ params, query: { handover: 'uncertain' } });
    expect(items[0]?.handoverReason?.sentence.pl).toMatch(/^Zegar serwera cofnięto/);
  });

  it('is no reason for anything when it is less than five minutes', async () => {
    await launch();
    await claim();
    await reclaimBatches(test.rig.test.db, 'all');
    await setBack(4 * 60_000);
    await tendSending(test.rig.deps);
    const open = await test.rig.test.db.selectFrom('batch').select('ageUnknown').execute();
    expect(open.every(({ ageUnknown }) => !ageUnknown)).toBe(true);
  });
});

describe('a clock more than two days behind the latest date seen', () => {
  it('stops all campaigns with the rest ready, and they go on by themselves when the date is right', async () => {
    const keys = [await launch(), await launch()];
    await send();
    await setBack(72 * HOUR);
    const lines = book.lines.length;
    for (let n = 0; n < 60; n++) await tendSending(test.rig.deps);
    for (const key of keys) {
      const { state, pause } = await shown(key);
      expect(state).toBe('paused');
      expect(pause?.cause).toBe('clock');
      expect(pause?.reason.sentence.pl).toBe('Zegar serwera cofnięto o więcej niż dwa dni.');
      expect(pause?.reason.action?.pl).toMatch(/^Ustaw poprawną datę na serwerze\. Potem Goniec sam wznowi/);
    }
    expect(await test.rig.drain()).toBe(0);
    expect(book.lines.slice(lines).map(({ msg }) => msg)).toEqual(['clock.set_back', 'campaign.paused']);

    const look = async () => {
      const check = await claimNextCheck(test.rig.deps);
      if (check) await checkPause(test.rig.deps, check);
    };
    test.rig.setNow(new Date(Date.now() + 2 * 60_000));
    await look();
    expect((await shown(keys[0] ?? never())).state).toBe('paused');
    test.rig.setNow(new Date(Date.now() + 71 * HOUR));
    await look();
    for (const key of keys) expect((await shown(key)).state).toBe('sending');
  });

  it('lets go on what a person lets go on, and does not stop it again for the same', async () => {
    const key = await launch();
    await setBack(72 * HOUR);
    await tendSending(test.rig.deps);
    expect(await resumeCampaign(test.rig.deps, key)).toMatchObject({ ok: true });
    await tendSending(test.rig.deps);
    expect(await test.rig.drain()).toBe(3);
  });
});

describe('the settle window', () => {
  it('is judged by whichever clock has gone further, the worker’s or the database’s', async () => {
    await launch();
    await claim();
    await reclaimBatches(test.rig.test.db, 'all');
    const age = (hours: number) =>
      sql`update batch set first_attempt_at = now() - make_interval(hours => ${hours}::int) where state = 'uncertain'`.execute(
        test.rig.test.db,
      );
    const settles = async () => {
      await sql`update gateway set next_request_at = now()`.execute(test.rig.test.db);
      return (await claim())?.settling;
    };
    await age(21);
    test.rig.setNow(new Date(Date.now() - 10 * HOUR));
    expect(await settles()).toBe(false);
    await age(15);
    test.rig.setNow(new Date(Date.now() + 6 * HOUR));
    expect(await settles()).toBe(false);
    test.rig.setNow(new Date());
    expect(await settles()).toBe(true);
  });
});

describe('the latest moment seen', () => {
  it('is written down once a minute, not at every turn', async () => {
    const moment = async () =>
      (await test.rig.test.db.selectFrom('instance').select('highestAt').executeTakeFirstOrThrow()).highestAt;
    const first = await moment();
    for (let n = 0; n < 20; n++) await tendSending(test.rig.deps);
    expect(await moment()).toEqual(first);
    await sql`update instance set highest_at = highest_at - interval '61 seconds'`.execute(test.rig.test.db);
    await tendSending(test.rig.deps);
    expect((await moment())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
  });
});

function never(): never {
  throw new Error('nothing there');
}
