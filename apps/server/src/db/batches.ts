import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import { messageForbidden } from './eligibility.ts';
import { currentConcurrency, currentRate } from './gateway-pace.ts';

/**
 * The hot statements of the sending engine. A batch is claimed, committed, sent and recorded; between claim and record
 * only its lease stands, so a dead worker's batch becomes uncertain and is asked for again with the same idx.
 */

export interface ClaimedBatch {
  readonly batchId: number;
  readonly companyId: number;
  readonly campaignId: number;
  readonly gatewayId: number;
  readonly attempt: number;
  readonly claimedAt: Date;
  /** How often the gateway put off the one number of this batch (error 52). */
  readonly deferrals: number;
  readonly epoch: number;
  /** Asked for before, outcome unknown: only an answer that proves something may settle it. */
  readonly settling: boolean;
  readonly text: string;
  readonly parts: number;
  readonly messages: readonly ClaimedMessage[];
}

export interface ClaimedMessage {
  readonly id: number;
  readonly phone: string;
  /** How often a person had it sent again: part of its idx. */
  readonly generation: number;
  readonly permitted: boolean;
}

/** What a worker claims with. */
export interface Claim {
  readonly worker: string;
  readonly now: Date;
  /** What is uncertain for longer than this no program asks for again. */
  readonly settleWithinMs: number;
  /** How long after the gateway's time-out a silent worker counts as dead. */
  readonly graceMs: number;
}

/**
 * Whether batch `b` of gateway `g` may go out now. An uncertain one only while the gateway surely remembers its idx, by whichever
 * clock, the worker's or the database's, says that more time has passed.
 */
const due = ({ now, settleWithinMs }: Claim): RawBuilder<boolean> => sql<boolean>`
  c.state = 'sending' and (b.not_before is null or b.not_before <= now())
  and (b.state = 'ready' or (b.state = 'uncertain' and g.settle_automatically and not b.age_unknown
    and b.first_attempt_at > greatest(${now}::timestamptz, now()) - make_interval(secs => ${settleWithinMs / 1000}::float8)))`;

const underWay = sql`(select count(*) from batch b where b.gateway_id = g.id and b.state = 'submitting')`;

/**
 * A gateway with something due, locked against other workers; its rate and concurrency hold for all of them together. No key update:
 * whoever stores a report shares a lock on the gateway's key, and sending must not starve while reports pour in.
 */
async function lockDueGateway(tx: Db, claim: Claim): Promise<{ id: number; companyId: number } | undefined> {
  const { rows } = await sql<{ id: number; companyId: number }>`
    select g.id, g.company_id from gateway g
    where g.next_request_at <= now()
      and exists (select from batch b join campaign c on c.id = b.campaign_id where b.gateway_id = g.id and ${due(claim)})
      and ${underWay} < ${currentConcurrency}
    order by g.next_request_at limit 1 for no key update of g skip locked`.execute(tx);
  const [gateway] = rows;
  if (!gateway) return undefined;
  // Counted again under the lock: another worker may have claimed between our snapshot and our lock.
  const { rows: free } = await sql`
    select from gateway g where g.id = ${gateway.id} and ${underWay} < ${currentConcurrency}`.execute(tx);
  return free.length > 0 ? gateway : undefined;
}

async function nextBatch(tx: Db, gatewayId: number, claim: Claim) {
  const { rows } = await sql<{ id: number; campaignId: number; textId: number; state: 'ready' | 'uncertain' }>`
    select b.id, b.campaign_id, b.text_id, b.state
    from batch b join campaign c on c.id = b.campaign_id join gateway g on g.id = b.gateway_id
    where b.gateway_id = ${gatewayId} and ${due(claim)}
    order by b.state desc, b.id limit 1 for no key update of b skip locked`.execute(tx);
  return rows[0];
}

/**
 * Leaves out of a batch that has certainly not gone out those who lost the right to be sent to since freezing: seen in the
 * very transaction that claims it.
 */
export async function excludeForbidden(tx: Db, batchId: number): Promise<number> {
  const result = await sql`
    update message m set outcome = 'excluded', outcome_code =
      case when exists (select from suppression s where s.company_id = m.company_id and s.phone = m.phone) then 'suppressed' else 'consent_withdrawn' end
    where m.batch_id = ${batchId} and m.outcome is null and ${messageForbidden}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Takes the next due batch for one attempt; null when nothing is due. Commit before the network call. */
export async function claimBatch(tx: Db, claim: Claim): Promise<ClaimedBatch | null> {
  const gateway = await lockDueGateway(tx, claim);
  if (!gateway) return null;
  const next = await nextBatch(tx, gateway.id, claim);
  if (!next) return null;
  const settling = next.state === 'uncertain';
  if (!settling) await excludeForbidden(tx, next.id);
  const { rows } = await sql<{
    attempt: number;
    claimedAt: Date;
    deferrals: number;
    epoch: number;
    text: string;
    parts: number;
  }>`
    update batch b set state = 'submitting', attempt = b.attempt + 1, worker = ${claim.worker}, cause = null, not_before = null,
      epoch = coalesce(b.epoch, i.epoch), first_attempt_at = ${settling ? sql`b.first_attempt_at` : sql`now()`},
      lease_until = now() + make_interval(secs => (g.timeout_ms + ${claim.graceMs}::int) / 1000.0)
    from instance i, gateway g, message_text t
    where b.id = ${next.id} and g.id = b.gateway_id and t.id = b.text_id
    returning b.attempt, now() as claimed_at, b.deferrals, b.epoch, t.body as text, t.parts`.execute(tx);
  const claimed = rows[0];
  if (!claimed) throw new Error(`batch ${next.id} vanished while it was being claimed`);
  await sql`update gateway g set next_request_at = greatest(next_request_at, now()) + make_interval(secs => 1.0 / ${currentRate})
    where g.id = ${gateway.id}`.execute(tx);
  return {
    batchId: next.id,
    companyId: gateway.companyId,
    campaignId: next.campaignId,
    gatewayId: gateway.id,
    settling,
    ...claimed,
    messages: await listOpen(tx, next.id, settling),
  };
}

/** The messages of a claimed batch that have no outcome. While settling those are marked that must not be asked for again. */
async function listOpen(tx: Db, batchId: number, settling: boolean): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    select m.id, m.phone, m.generation, ${settling ? sql`not ${messageForbidden}` : sql`true`} as permitted
    from message m where m.batch_id = ${batchId} and m.outcome is null order by m.id`.execute(tx);
  return rows;
}

/**
 * The last look before the network call, in a transaction of its own: does this attempt still own its batch, for how long, and who
 * may still be sent to? Between the claim and the call a worker may have slept; consents may be gone, and others may have taken
 * over. Null: the batch is somebody else's.
 */
export async function lookBeforeCall(
  tx: Db,
  batch: Attempt & Pick<ClaimedBatch, 'settling'>,
): Promise<{ readonly leaseMs: number; readonly held: boolean; readonly messages: readonly ClaimedMessage[] } | null> {
  if (!(await lockAttempt(tx, batch))) return null;
  const { rows } = await sql<{ leaseMs: number; held: boolean }>`
    select (extract(epoch from b.lease_until - clock_timestamp()) * 1000)::float8 as lease_ms, i.hold_reason is not null as held
    from batch b, instance i where b.id = ${batch.batchId}`.execute(tx);
  const [lease] = rows;
  if (!lease) return null;
  if (!batch.settling) await excludeForbidden(tx, batch.batchId);
  return { ...lease, messages: await listOpen(tx, batch.batchId, batch.settling) };
}

export interface Attempt {
  readonly batchId: number;
  readonly attempt: number;
  readonly worker: string;
}

/** Whether this attempt still owns the batch; locks it. A worker that slept past its lease finds false and writes nothing. */
export async function lockAttempt(tx: Db, { batchId, attempt, worker }: Attempt): Promise<boolean> {
  const found = await tx
    .selectFrom('batch')
    .select('id')
    .where('id', '=', batchId)
    .where('state', '=', 'submitting')
    .where('attempt', '=', attempt)
    .where('worker', '=', worker)
    .forUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

/** Ends an attempt: `ready` and `uncertain` batches are due again after `retryMs`. */
export async function releaseBatch(
  tx: Db,
  batchId: number,
  to: {
    readonly state: 'ready' | 'uncertain' | 'recorded';
    readonly cause: string | null;
    readonly retryMs: number | null;
    readonly deferrals?: number;
  },
): Promise<void> {
  await sql`
    update batch set state = ${to.state}::batch_state, cause = ${to.cause}, worker = null, lease_until = null,
      deferrals = coalesce(${to.deferrals ?? null}::smallint, deferrals),
      not_before = now() + make_interval(secs => ${(to.retryMs ?? 0) / 1000}::float8)
    where id = ${batchId}`.execute(tx);
}

/**
 * Batches of workers that died or hang: nobody knows what became of them, unless reports have decided every message meanwhile.
 * `all` at the start of the only program.
 */
export async function reclaimBatches(
  db: Db,
  which: 'expired' | 'all',
): Promise<{ id: number; campaignId: number; companyId: number }[]> {
  const { rows } = await sql<{ id: number; campaignId: number; companyId: number }>`
    update batch set cause = 'worker_lost',
      state = case when exists (select from message m where m.batch_id = batch.id and m.outcome is null)
        then 'uncertain'::batch_state else 'recorded' end, worker = null, lease_until = null, not_before = now()
    where state = 'submitting' and (${which === 'all'} or lease_until < now())
    returning id, campaign_id, company_id`.execute(db);
  return rows;
}

/**
 * After a restore: another copy of this database may have sent what waits here. Nobody knows, and the earliest moment it can
 * have happened is this database's last sign of life, so the window for asking again counts from there.
 */
export async function doubtReadyBatches(tx: Db): Promise<{ id: number; companyId: number }[]> {
  const { rows } = await sql<{ id: number; companyId: number }>`
    with doubted as (
      update batch b set state = 'uncertain', cause = 'maybe_sent_elsewhere', not_before = null, age_unknown = false,
        first_attempt_at = greatest(i.pulse_at, (select max(a.first_attempt_at) from batch a), c.started_at, c.frozen_at)
      from campaign c, instance i
      where c.id = b.campaign_id and b.state = 'ready' and c.state in ('frozen', 'sending', 'paused')
      returning b.campaign_id, b.company_id
    )
    select distinct campaign_id as id, company_id from doubted`.execute(tx);
  return rows;
}

/** Cancels what has certainly not gone out. Batches under way or uncertain keep their state: they may have. */
export async function cancelReadyBatches(tx: Db, campaignId: number): Promise<number> {
  const result = await sql`
    update batch set state = 'cancelled', not_before = null, cause = null where campaign_id = ${campaignId} and state = 'ready'`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0n);
}

export async function countOpenBatches(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from batch b join campaign c on c.id = b.campaign_id
    where b.state in ('ready', 'submitting', 'uncertain') and c.state = 'sending'`.execute(db);
  return rows[0]?.count ?? 0;
}
