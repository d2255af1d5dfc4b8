import { sql } from 'kysely';
import type { Db } from './database.ts';

/** A window in which a campaign is open. */
export interface EditorRow {
  readonly seat: string;
  readonly actor: string;
  /** Null for a program that came with a key of this computer. */
  readonly userName: string | null;
  readonly openedAt: Date;
  readonly editingSince: Date | null;
}

interface CampaignKey {
  readonly companyId: number;
  readonly campaignId: number;
}

/** The windows seen since `seenAfter`, those who write first. */
export async function listEditors(
  db: Db,
  { companyId, campaignId, seenAfter }: CampaignKey & { readonly seenAfter: Date },
): Promise<EditorRow[]> {
  return db
    .selectFrom('campaignEditor')
    .leftJoin('appUser', 'appUser.id', 'campaignEditor.userId')
    .select(['seat', 'actor', 'appUser.name as userName', 'openedAt', 'editingSince'])
    .where('companyId', '=', companyId)
    .where('campaignId', '=', campaignId)
    .where('seenAt', '>', seenAfter)
    .orderBy(sql`editing_since nulls last`)
    .orderBy('openedAt')
    .orderBy('seat')
    .execute();
}

/**
 * Keeps a window's sign of life; whoever was away longer than `seenAfter` begins anew. `isNews`: others have something to hear,
 * that the window came, or that somebody began to write in it. Undefined where the company has no such campaign; one that is
 * being deleted at the same moment is waited for.
 */
export async function keepEditor(
  db: Db,
  editor: CampaignKey & {
    readonly seat: string;
    readonly actor: string;
    readonly userId: number | null;
    readonly editing: boolean;
    readonly now: Date;
    readonly seenAfter: Date;
  },
): Promise<{ readonly isNews: boolean } | undefined> {
  const { companyId, campaignId, seat, actor, userId, editing, now, seenAfter } = editor;
  const { rows } = await sql<{ isNews: boolean }>`
    with before as (
      select editing_since from campaign_editor
      where campaign_id = ${campaignId} and seat = ${seat} and actor = ${actor} and seen_at > ${seenAfter}
    )
    insert into campaign_editor as e (company_id, campaign_id, seat, actor, user_id, opened_at, editing_since, seen_at)
    select company_id, id, ${seat}, ${actor}, ${userId}::bigint, ${now}::timestamptz,
      case when ${editing} then ${now}::timestamptz end, ${now}::timestamptz
    from campaign where company_id = ${companyId} and id = ${campaignId} for key share
    on conflict (campaign_id, seat) do update set
      actor = excluded.actor,
      user_id = excluded.user_id,
      opened_at = case when e.seen_at > ${seenAfter} then e.opened_at else excluded.opened_at end,
      editing_since = case when e.seen_at > ${seenAfter} then coalesce(e.editing_since, excluded.editing_since)
        else excluded.editing_since end,
      seen_at = excluded.seen_at
      where e.actor = excluded.actor
    returning not exists (select from before)
      or (${editing} and exists (select from before where editing_since is null)) as is_news`.execute(db);
  return rows[0];
}

/** Whether there was such a window. */
export async function dropEditor(
  db: Db,
  { companyId, campaignId, seat, actor }: CampaignKey & { readonly seat: string; readonly actor: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('campaignEditor')
    .where('companyId', '=', companyId)
    .where('campaignId', '=', campaignId)
    .where('seat', '=', seat)
    .where('actor', '=', actor)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function dropOldEditors(db: Db, seenBefore: Date): Promise<void> {
  await db.deleteFrom('campaignEditor').where('seenAt', '<', seenBefore).execute();
}
