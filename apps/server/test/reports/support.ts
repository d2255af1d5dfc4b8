import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';
import { idxOf } from '../../src/domain/message-idx.ts';
import { claimNextBatch } from '../../src/usecases/send-batch.ts';
import { recordAttempt } from '../../src/usecases/record-attempt.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import type { MessageOutcome } from '../../src/providers/provider.ts';
import { createTestApi, type TestApi } from '../support/api.ts';

type Claimed = NonNullable<Awaited<ReturnType<typeof claimNextBatch>>>;
type Key = Awaited<ReturnType<TestApi['rig']['draft']>>;

/** A campaign in the middle of its one batch, and the address the gateway reports to. */
export interface Reporting {
  readonly test: TestApi;
  readonly db: Db;
  readonly key: Key;
  readonly batch: Claimed;
  /** Our idx of the n-th message, from 0. */
  idx(n: number): string;
  /** The gateway calls: the answer's status and body. */
  call(query: string, path?: string): Promise<string>;
  /** Writes down that the gateway took every message, with the ids `ID-0`, `ID-1` … */
  answer(): Promise<void>;
  /** `handover/delivery` of every message, in order. */
  states(): Promise<string[]>;
  /** What was kept, in order: `provider id/idx/status/delivery/matched`. */
  kept(): Promise<string[]>;
  close(): Promise<void>;
}

export async function createReporting(contacts: number): Promise<Reporting> {
  const test = await createTestApi({ contacts, batchSize: 1_000 });
  const { rig, http } = test;
  const db = rig.test.db;
  const key = await rig.draft('Test');
  const sent = await sendCampaign(rig.deps, key);
  if (!sent.ok) throw new Error(sent.refusal.code);
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (!batch) throw new Error('nothing was due');
  const secretPath = `/callbacks/smsapi/secret-${key.companyId}`;
  return {
    test,
    db,
    key,
    batch,
    idx: (n) => idxOf(batch.epoch, batch.messages[n]?.id ?? 0),
    call: async (query, path = secretPath) => {
      const answer = await http.inject({ method: 'GET', url: `${path}?${query}` });
      return `${answer.statusCode} ${answer.body}`;
    },
    answer: () => {
      const outcomes = batch.messages.map((_, n): MessageOutcome => {
        return { kind: 'accepted', providerId: `ID-${n}`, parts: 1, points: 1500 };
      });
      return recordAttempt(rig.deps, { ...batch, worker: 'rig' }, { kind: 'answered', outcomes });
    },
    states: async () => {
      const { rows } = await sql<{ state: string }>`
        select handover || '/' || delivery as state from message_log where campaign_id = ${key.campaignId} order by id`.execute(
        db,
      );
      return rows.map(({ state }) => state);
    },
    kept: async () => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws('/', provider_id, coalesce(idx, '-'), coalesce(status_code::text, '-'), delivery, message_id is not null) as line
        from delivery_report order by id`.execute(db);
      return rows.map(({ line }) => line);
    },
    close: () => test.close(),
  };
}
