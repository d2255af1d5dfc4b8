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
