import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { checkPause, claimNextCheck } from '../../src/usecases/check-pauses.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { resumeCampaign, sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import { createLogBook } from '../support/watch.ts';

const CONTACTS = 6;
const book = createLogBook();
let test: TestApi;
beforeEach(async () => {
  test = await createTestApi({
    contacts: CONTACTS,
    batchSize: 2,
    log: book.log,
    emulator: { fateOf: () => 'delivered' },
  });
});
afterEach(() => test.close());

/** The line after this program's is out: its services end with that year. */
const release = (releasedOn: string) =>
  test.rig.test.db
    .insertInto('releaseLine')
    .values([
      { line: '0.1', releasedOn: '2025-01-01' },
      { line: '0.2', releasedOn },
    ])
    .execute();
const at = (instant: string) => test.rig.setNow(new Date(instant));
async function launch(): Promise<CampaignInput> {
  const key = await test.rig.draft('Test');
  expect(await sendCampaign(test.rig.deps, key)).toMatchObject({ ok: true });
  return key;
}
async function attempt(deps: Deps = test.rig.deps) {
  await sql`update gateway set next_request_at = now()`.execute(test.rig.test.db);
  const batch = await claimNextBatch(deps, 'rig');
  return batch && (await sendBatch(deps, 'rig', batch)).kind;
}
const shown = ({ companyId, campaignId }: CampaignInput) =>
  test.api.getCampaign({ params: { companyId: String(companyId), campaignId: String(campaignId) } });

describe('an entitlement that ends at midnight in Warsaw', () => {
  it('stops a campaign between two batches, the rest ready, and a person lets it go on after the update', async () => {
    await release('2026-10-01');
    at('2026-12-31T22:59:58Z');
    const key = await launch();
    expect(await attempt()).toBe('answered');
    at('2026-12-31T22:59:59.999Z');
    expect(await attempt()).toBe('answered');
    at('2026-12-31T23:00:00Z');
    const lines = book.lines.length;
    expect(await attempt()).toBe('stopped');

    const { state, pause, sums } = await shown(key);
    expect(state).toBe('paused');
    expect(pause).toMatchObject({ cause: 'entitlement', nextCheckAt: null, resumesAt: null });
    expect(pause?.reason.sentence.pl).toBe('Uprawnienie tej wersji do usług subskrypcyjnych wygasło.');
    expect(pause?.reason.action?.pl).toMatch(/^Zaktualizuj Gońca.* Potem użyj „Wznów”\.$/);
    expect(sums.handover).toMatchObject({ accepted: 4, ready: 2 });

    // Nobody asks the gateway for anything any more, and nobody is told twice.
    const requests = test.rig.emulator.requests.total;
    for (let day = 1; day <= 31; day++) {
      at(`2027-01-${String(day).padStart(2, '0')}T12:00:00Z`);
      expect(await claimNextCheck(test.rig.deps)).toBeNull();
      expect(await attempt()).toBeNull();
    }
    expect(test.rig.emulator.requests.total).toBe(requests);
    expect(book.lines.slice(lines).filter(({ level }) => level >= 40)).toHaveLength(1);
    expect(await resumeCampaign(test.rig.deps, key)).toMatchObject({ ok: false });

    const updated: Deps = { ...test.rig.deps, line: '0.2' };
    expect(await resumeCampaign(updated, key)).toMatchObject({ ok: true });
    expect(await attempt(updated)).toBe('answered');
    await test.rig.emulator.idle();
    const taken = Array.from({ length: CONTACTS }, (_, n) => phoneOf(n + 1).slice(1)).map(
      (number) => test.rig.emulator.ledger.accepted(number).length,
    );
    expect(taken).toEqual([1, 1, 1, 1, 1, 1]);
  });

  // Winter time in Warsaw is UTC+1, summer time UTC+2: the day ends at 23:00 or 22:00 UTC.
  it.each([
    ['through the night of 29 March 2026, in which an hour is missing', '2026-03-28T22:59:00Z', '2026-03-29T01:00:01Z'],
    ['over a midnight of summer, 22:00 UTC', '2026-07-01T21:59:59Z', '2026-07-01T22:00:00Z'],
    [
      'through the night of 25 October 2026, in which an hour comes twice',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
    ],
    ['over 22:00 UTC of the last day, which is 23:00 in Warsaw', '2026-12-31T21:59:59Z', '2026-12-31T22:00:00Z'],
  ])('does not stop one that goes on %s', async (_, before, after) => {
    await release('2026-10-25');
    at(before);
    const key = await launch();
    expect(await attempt()).toBe('answered');
    at(after);
    expect(await attempt()).toBe('answered');
    expect((await shown(key)).state).toBe('sending');
  });

  it('leaves pauses of other causes their own way, and does not let them send after midnight', async () => {
    await release('2026-10-01');
    at('2026-12-31T22:50:00Z');
    const key = await launch();
    await attempt();
    await test.rig.emulator.account.setPoints(0);
    expect(await attempt()).toBe('stopped');
    await test.rig.emulator.account.setPoints(100);
    at('2026-12-31T23:01:00Z');
    const check = await claimNextCheck(test.rig.deps);
    if (check) await checkPause(test.rig.deps, check);
    expect(await attempt()).toBe('stopped');
    expect((await shown(key)).pause?.cause).toBe('entitlement');
    expect((await shown(key)).sums.handover).toMatchObject({ accepted: 2, ready: 4 });
  });
});
