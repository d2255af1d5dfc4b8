import { sql, type Selectable, type UpdateObject } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type CampaignRow = Selectable<Database['campaign']>;

interface CampaignKey {
  readonly companyId: number;
  readonly campaignId: number;
}

export async function insertCampaign(
  db: Db,
  campaign: {
    readonly companyId: number;
    readonly subject: string;
    readonly body: string;
    readonly withoutPolish: boolean;
    readonly createdBy: string;
  },
): Promise<CampaignRow> {
  return db.insertInto('campaign').values(campaign).returningAll().executeTakeFirstOrThrow();
}

export async function findCampaign(db: Db, { companyId, campaignId }: CampaignKey): Promise<CampaignRow | undefined> {
  return db
    .selectFrom('campaign')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', campaignId)
    .executeTakeFirst();
}

/** The campaign, locked until the transaction ends: commands on one campaign happen one after another. */
export async function lockCampaign(tx: Db, { companyId, campaignId }: CampaignKey): Promise<CampaignRow | undefined> {
  return tx
    .selectFrom('campaign')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether the company ever let a campaign go. */
export async function hasSentCampaigns(db: Db, companyId: number): Promise<boolean> {
  const found = await db
    .selectFrom('campaign')
    .select('id')
    .where('companyId', '=', companyId)
    .where('startedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function listCampaigns(
  db: Db,
  page: {
    readonly companyId: number;
    readonly before: number | null;
    readonly limit: number;
    readonly state?: CampaignRow['state'];
    readonly q?: string;
  },
): Promise<CampaignRow[]> {
  return db
    .selectFrom('campaign')
    .selectAll()
    .where('companyId', '=', page.companyId)
    .$if(page.before !== null, (query) => query.where('id', '<', page.before ?? 0))
    .$if(page.state !== undefined, (query) => query.where('state', '=', page.state ?? 'draft'))
    .$if(Boolean(page.q), (query) => query.where(sql<boolean>`strpos(lower(subject), lower(${page.q ?? ''})) > 0`))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
}

/** Writes a change of a locked campaign and raises its version. */
export async function updateCampaign(
  tx: Db,
  { companyId, campaignId }: CampaignKey,
  change: UpdateObject<Database, 'campaign'>,
): Promise<CampaignRow> {
  return tx
    .updateTable('campaign')
    .set(change)
    .set((eb) => ({ version: eb('version', '+', 1), updatedAt: sql<Date>`now()` }))
    .where('companyId', '=', companyId)
    .where('id', '=', campaignId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteCampaign(tx: Db, { companyId, campaignId }: CampaignKey): Promise<void> {
  await tx
    .deleteFrom('campaign')
    .where('companyId', '=', companyId)
    .where('id', '=', campaignId)
    .where('state', '=', 'draft')
    .execute();
}

/** A restored, moved or cloned database: everything that would send stands still until a person lets it go on. */
export async function holdAllCampaigns(db: Db): Promise<{ id: number; companyId: number }[]> {
  return db
    .updateTable('campaign')
    .set({
      state: 'paused',
      pauseCause: 'restore_hold',
      pauseCode: null,
      pauseUntil: null,
      pausedAt: sql<Date>`now()`,
      updatedAt: sql<Date>`now()`,
    })
    .where((eb) =>
      eb.or([
        eb('state', '=', 'sending'),
        // Those that would have gone on by themselves.
        eb.and([eb('state', '=', 'paused'), eb('pauseUntil', 'is not', null)]),
      ]),
    )
    .returning(['id', 'companyId'])
    .execute();
}

/**
 * Ends the campaigns in which nothing is open any more: no message without an outcome, none awaiting a report.
 * Reads the tallies, not the messages.
 */
export async function finishCampaigns(
  db: Db,
  campaignIds: readonly number[] | 'all',
): Promise<{ id: number; companyId: number }[]> {
  const { rows } = await sql<{ id: number; companyId: number }>`
    update campaign c set state = 'finished', pause_cause = null, pause_code = null, pause_until = null, paused_at = null,
      finished_at = now(), updated_at = now()
    where c.state in ('sending', 'paused')
      and (${campaignIds === 'all'} or c.id = any(${campaignIds === 'all' ? [] : campaignIds}::bigint[]))
      and not exists (
        select from message_tally t where t.campaign_id = c.id and t.messages > 0
          and (t.outcome = '' or (t.outcome = 'accepted' and t.delivery in ('none', 'pending'))))
    returning c.id, c.company_id`.execute(db);
  return rows;
}
