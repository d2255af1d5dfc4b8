import { sql } from 'kysely';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import type { Rig } from '../support/rig.ts';

export const HOUR = 3_600_000;

/** A server whose gateway account delivers everything, and an address for every step a test takes. */
export async function createDesk(contacts: number, batchSize = 100): Promise<TestApi> {
  return createTestApi({ contacts, batchSize, emulator: { fateOf: () => 'delivered' } });
}

/** A campaign to everybody whose one attempt ended without an answer; `taken` tells what only the gateway knows. */
export async function makeUncertain(rig: Rig, { taken }: { readonly taken: boolean }) {
  const key = await rig.draft('Test');
  const sent = await sendCampaign(rig.deps, key);
  if (!sent.ok) throw new Error(sent.refusal.code);
  rig.emulator.reports.pause();
  rig.emulator.faults.add({ reply: { kind: 'cut' }, accepted: taken });
  await attemptAll(rig);
  rig.emulator.faults.clear();
  return { ...key, companyId: String(key.companyId), campaignId: String(key.campaignId) };
}

/** One attempt for each batch that is due. */
export async function attemptAll(rig: Rig): Promise<number> {
  for (let count = 0; ; count += 1) {
    await sql`update gateway set next_request_at = now(), failures = 0`.execute(rig.test.db);
    const batch = await claimNextBatch(rig.deps, 'rig');
    if (!batch) return count;
    await sendBatch(rig.deps, 'rig', batch);
  }
}

/** Lets the window end in which the gateway is asked again. */
export const laterBy = (rig: Rig, hours: number): void => rig.setNow(new Date(Date.now() + hours * HOUR));

/** Everything the gateway has of the report queue goes out. */
export async function deliverReports(rig: Rig): Promise<void> {
  rig.emulator.reports.resume();
  await rig.emulator.idle();
}

/** How many messages the handset of the n-th contact was sent. */
export const takenBy = (rig: Rig, n: number): number => rig.emulator.ledger.accepted(phoneOf(n).slice(1)).length;

/** `handover/delivery` of every message, in order. */
export async function statesOf(rig: Rig): Promise<string[]> {
  const rows = await rig.test.db.selectFrom('messageLog').select(['handover', 'delivery']).orderBy('id').execute();
  return rows.map(({ handover, delivery }) => `${handover}/${delivery}`);
}
