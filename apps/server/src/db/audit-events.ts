import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Writes who did what, in the transaction that does it. `data` never holds texts, tokens or full numbers. */
export async function recordAudit(
  tx: Db,
  event: {
    readonly companyId: number | null;
    readonly actor: string;
    readonly action: string;
    readonly subject?: string;
    readonly data?: object;
  },
): Promise<void> {
  await tx
    .insertInto('auditEvent')
    .values({ ...event, subject: event.subject ?? null, data: JSON.stringify(event.data ?? {}) })
    .execute();
}

/** The same for many subjects of one action, in one statement. */
export async function recordAudits(
  tx: Db,
  action: { readonly companyId: number; readonly actor: string; readonly action: string },
  subjects: readonly { readonly subject: string; readonly data: object }[],
): Promise<void> {
  await sql`
    insert into audit_event (company_id, actor, action, subject, data)
    select ${action.companyId}::bigint, ${action.actor}, ${action.action}, s.subject, s.data
    from unnest(${subjects.map(({ subject }) => subject)}::text[], ${subjects.map(({ data }) => JSON.stringify(data))}::jsonb[])
      as s (subject, data)`.execute(tx);
}
