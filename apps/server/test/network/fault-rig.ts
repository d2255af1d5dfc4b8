import { sql } from 'kysely';
import { findCampaign } from '../../src/db/campaigns.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { checkPause, claimNextCheck } from '../../src/usecases/check-pauses.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { phoneOf } from '../support/firm.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';

interface BatchState {
  readonly id: number;
  readonly state: string;
  readonly cause: string | null;
  readonly attempt: number;
  readonly deferrals: number;
  /** Messages that have no outcome yet. */
  readonly size: number;
}

/** A firm that reaches its gateway only through the proxy, and single steps of its worker. */
export interface FaultRig {
  readonly rig: Rig;
  readonly proxy: FaultProxy;
  /** A campaign to everybody, sent: its batches are ready. */
  launch(body?: string): Promise<CampaignInput>;
  /** One attempt at whatever is due, waiting times and pace aside. */
  attempt(): Promise<Awaited<ReturnType<typeof sendBatch>>>;
  /** Everything is due now. */
  hurry(): Promise<void>;
  /** Looks into every pause that is due by the rules' clock; returns how many it looked into. */
  look(): Promise<number>;
  /** Attempts until nothing is open; what waits is hurried. */
  handOver(): Promise<void>;
  /** The same, and then the reports come, if they were held back. */
  finish(): Promise<void>;
  campaign(key: CampaignInput): Promise<NonNullable<Awaited<ReturnType<typeof findCampaign>>>>;
  /** `ready 3`, sorted: how many messages are in which state of hand-over. */
  handovers(key: CampaignInput): Promise<string[]>;
  batches(key: CampaignInput): Promise<BatchState[]>;
  /** What the gateway took for the n-th contact. */
  taken(n: number): number;
  /** From now on the gateway is waited for no longer than it has to be to tell that it is silent. */
  impatient(): Promise<void>;
  /** Again, as from the beginning, for so long that a computer that stands still for a moment is no silent gateway. */
  patient(): Promise<void>;
  close(): Promise<void>;
}

const PATIENT_MS = 30_000;

export async function createFaultRig(options: Parameters<typeof createRig>[0]): Promise<FaultRig> {
  const rig = await createRig({ ...options, emulator: { fateOf: () => 'delivered', ...options.emulator } });
  const { deps } = rig;
  const proxy = await startFaultProxy(rig.emulator.url);
  const { db } = rig.test;
  const wait = async (timeoutMs: number) => {
    await db.updateTable('gateway').set({ timeoutMs }).execute();
  };
  await db.updateTable('gateway').set({ baseUrl: proxy.url }).execute();
  await wait(PATIENT_MS);

  const hurry = async () => {
    await sql`update batch set not_before = null where not_before is not null`.execute(db);
    await sql`update gateway set next_request_at = now()`.execute(db);
  };
  const attempt = async () => {
    await hurry();
    const batch = await claimNextBatch(deps, 'rig');
    if (!batch) throw new Error('nothing was due');
    return sendBatch(deps, 'rig', batch);
  };
  const handOver = async () => {
    for (;;) {
      await hurry();
      const batch = await claimNextBatch(deps, 'rig');
      if (!batch) return;
      await sendBatch(deps, 'rig', batch);
    }
  };
  return {
    rig,
    proxy,
    launch: async (body = 'Test') => {
      const key = await rig.draft(body);
      const sent = await sendCampaign(deps, key);
      if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
      return key;
    },
    attempt,
    hurry,
    look: async () => {
      for (let looked = 0; ; looked++) {
        const check = await claimNextCheck(deps);
        if (!check) return looked;
        await checkPause(deps, check);
      }
    },
    handOver,
    finish: async () => {
      await handOver();
      rig.emulator.reports.resume();
      await rig.emulator.idle();
    },
    campaign: async (key) => {
      const found = await findCampaign(db, key);
      if (!found) throw new Error('the campaign is gone');
      return found;
    },
    handovers: async ({ campaignId }) => {
      const { rows } = await sql<{ line: string }>`
        select handover || ' ' || count(*) as line from message_log where campaign_id = ${campaignId} group by handover order by 1`.execute(
        db,
      );
      return rows.map(({ line }) => line);
    },
    batches: async ({ campaignId }) => {
      const { rows } = await sql<BatchState>`
        select b.id, b.state, b.cause, b.attempt, b.deferrals, (select count(*) from message m where m.batch_id = b.id and m.outcome is null) as size
        from batch b where b.campaign_id = ${campaignId} order by b.id`.execute(db);
      return rows;
    },
    taken: (n) => rig.emulator.ledger.accepted(phoneOf(n).slice(1)).length,
    impatient: () => wait(1_000),
    patient: () => wait(PATIENT_MS),
    close: async () => {
      await proxy.close();
      await rig.close();
    },
  };
}
