import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Long work on an import that goes on just now, and how far it is. */
export interface ImportTask {
  readonly id: number;
  readonly companyId: number;
  /** Null while the file is being checked: an import comes of it only at the end. */
  readonly importId: number | null;
  readonly kind: 'check' | 'apply' | 'undo';
  readonly fileName: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** Unheard of for so long, it has ended without saying so: its program is gone. */
const SILENT = sql`interval '30 seconds'`;

export async function beginImportTask(
  db: Db,
  task: Pick<ImportTask, 'companyId' | 'importId' | 'kind' | 'fileName'>,
): Promise<number> {
  await sql`delete from import_task where told_at < now() - ${SILENT}`.execute(db);
  const { id } = await db.insertInto('importTask').values(task).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function noteImportTask(db: Db, id: number, at: Pick<ImportTask, 'done' | 'total'>): Promise<void> {
  await db
    .updateTable('importTask')
    .set({ ...at, toldAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

export async function endImportTask(db: Db, id: number): Promise<void> {
  await db.deleteFrom('importTask').where('id', '=', id).execute();
}

export async function listImportTasks(db: Db, companyId: number): Promise<ImportTask[]> {
  const { rows } = await sql<ImportTask>`
    select id, company_id, import_id, kind, file_name, done, total from import_task
    where company_id = ${companyId} and told_at >= now() - ${SILENT} order by id`.execute(db);
  return rows;
}
