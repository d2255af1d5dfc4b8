import { sql } from 'kysely';
import type { PauseCause } from '../domain/campaign.ts';
import type { Db } from './database.ts';

/**
 * Pausing and going on of campaigns by the program itself. `pause_until` is when the cause is looked at next; without one only a
 * person lets the campaign go on.
 */

export interface RunningCampaign {
  readonly id: number;
  readonly companyId: number;
  readonly pauseChecks: number;
}

/** Campaigns that are being sent, locked in order: one, all of a company, or all there are. */
export async function lockRunning(
  tx: Db,
  which: { readonly companyId?: number; readonly campaignId?: number },
): Promise<RunningCampaign[]> {
  return tx
    .selectFrom('campaign')
    .select(['id', 'companyId', 'pauseChecks'])
    .where('state', '=', 'sending')
    .$if(which.companyId !== undefined, (query) => query.where('companyId', '=', which.companyId ?? 0))
    .$if(which.campaignId !== undefined, (query) => query.where('id', '=', which.campaignId ?? 0))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Stops running campaigns for a cause; one that stands already keeps its first cause. */
export async function pauseRunning(
  tx: Db,
  campaignIds: readonly number[],
  pause: {
    readonly cause: PauseCause;
    readonly code: string | null;
    readonly at: Date;
    readonly nextCheckAt: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('campaign')
    .set({
      state: 'paused',
      pauseCause: pause.cause,
      pauseCode: pause.code,
      pausedAt: pause.at,
      pauseUntil: pause.nextCheckAt,
      updatedAt: sql<Date>`now()`,
    })
    .where('id', 'in', campaignIds)
    .where('state', '=', 'sending')
    .execute();
}

export interface PausedCampaign extends RunningCampaign {
  readonly pauseCode: string | null;
  readonly pausedAt: Date;
}

/** All campaigns of one company that stand for one cause, which is to be looked at now. */
export interface PauseCheck {
  readonly companyId: number;
  readonly cause: PauseCause;
  /** When they are due again should this look never end; another moment there means that somebody wants a new look. */
  readonly leaseUntil: Date;
  readonly campaigns: readonly [PausedCampaign, ...PausedCampaign[]];
}

/**
 * Takes the next look at a cause that is due, for this worker alone: one question answers for all campaigns of the company.
 * Those taken are due again after `leaseMs`, should the worker die. Commit before the network call.
 */
export async function claimPauseCheck(
  tx: Db,
  claim: { readonly now: Date; readonly leaseMs: number },
): Promise<PauseCheck | null> {
  const { rows: due } = await sql<{ companyId: number }>`
    select g.company_id from gateway g
    where exists (select from campaign c where c.company_id = g.company_id and c.state = 'paused' and c.pause_until <= ${claim.now})
    order by g.company_id limit 1 for no key update of g skip locked`.execute(tx);
  const companyId = due[0]?.companyId;
  if (companyId === undefined) return null;
  const leaseUntil = new Date(claim.now.getTime() + claim.leaseMs);
  // A statement of its own: it sees what another worker has just taken while this one waited for the gateway's lock.
  const { rows } = await sql<PausedCampaign & { pauseCause: PauseCause }>`
    update campaign c set pause_until = ${leaseUntil}
    where c.company_id = ${companyId} and c.state = 'paused' and c.pause_until is not null
      and c.pause_cause = (select d.pause_cause from campaign d where d.company_id = ${companyId} and d.state = 'paused'
        and d.pause_until <= ${claim.now} order by d.pause_until, d.id limit 1)
    returning c.id, c.company_id, c.pause_cause, c.pause_code, c.pause_checks, coalesce(c.paused_at, c.updated_at) as paused_at`.execute(
    tx,
  );
  const [first, ...rest] = rows.toSorted((a, b) => a.id - b.id);
  return first ? { companyId, cause: first.pauseCause, leaseUntil, campaigns: [first, ...rest] } : null;
}

/** Lets campaigns go on that still stand for this cause; returns those that do. `checks` lets the next pause be looked at later. */
export async function resumePaused(
  tx: Db,
  resume: { readonly cause: PauseCause; readonly campaignIds: readonly number[]; readonly checks: number },
): Promise<{ id: number; companyId: number }[]> {
  if (resume.campaignIds.length === 0) return [];
  return tx
    .updateTable('campaign')
    .set({
      state: 'sending',
      pauseCause: null,
      pauseCode: null,
      pauseUntil: null,
      pausedAt: null,
      pauseChecks: resume.checks,
      updatedAt: sql<Date>`now()`,
    })
    .where('id', 'in', resume.campaignIds)
    .where('state', '=', 'paused')
    .where('pauseCause', '=', resume.cause)
    .returning(['id', 'companyId'])
    .execute();
}

/**
 * The cause still stands: looked at again later, or left to a person. Not where a new look was asked for in the meantime
 * (`checkPausesNow`): what this look has seen is older than what was changed.
 */
export async function postponeCheck(
  tx: Db,
  later: {
    readonly check: Pick<PauseCheck, 'cause' | 'leaseUntil'>;
    readonly campaignIds: readonly number[];
    readonly checks: number;
    readonly nextCheckAt: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('campaign')
    .set({ pauseUntil: later.nextCheckAt, pauseChecks: later.checks })
    .where('id', 'in', later.campaignIds)
    .where('state', '=', 'paused')
    .where('pauseCause', '=', later.check.cause)
    .where('pauseUntil', '=', later.check.leaseUntil)
    .execute();
}

/** Somebody has just changed what campaigns of this company may be waiting for. */
export async function checkPausesNow(tx: Db, companyId: number, now: Date): Promise<void> {
  await tx
    .updateTable('campaign')
    .set({ pauseUntil: now })
    .where('companyId', '=', companyId)
    .where('state', '=', 'paused')
    .where('pauseUntil', 'is not', null)
    .execute();
}

/** Messages of the campaign get through: the causes of its next pause are looked at soon again. */
export async function forgetVainChecks(tx: Db, campaignId: number): Promise<void> {
  await sql`update campaign set pause_checks = 0 where id = ${campaignId} and pause_checks > 0`.execute(tx);
}
