import { sql, type Selectable } from 'kysely';
import type { FieldChange } from '../domain/import-plan.ts';
import type { DraftRow } from '../domain/import-plan.ts';
import type { RowRemark } from '../domain/import-row.ts';
import type { ImportSummary } from '../domain/import-summary.ts';
import type { RowUndone, UndoSummary } from '../domain/import-undo-summary.ts';
import type { Sentence } from '../domain/reason.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type ImportRecord = Omit<Selectable<Database['import']>, 'columns' | 'summary' | 'undo'> & {
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: string;
    readonly hint: Sentence | null;
  }[];
  readonly summary: ImportSummary;
  readonly undo: UndoSummary | null;
};

export interface ImportRowRecord {
  readonly line: number;
  readonly outcome: 'create' | 'update' | 'same' | 'rejected';
  readonly contractorId: number | null;
  readonly cells: readonly string[];
  readonly draft: DraftRow | null;
  readonly changes: readonly FieldChange[];
  readonly remarks: readonly RowRemark[];
  /** What became of it when the import was undone. */
  readonly undo: RowUndone | null;
}

interface ImportKey {
  readonly companyId: number;
  readonly importId: number;
}

export async function insertImport(
  tx: Db,
  record: Pick<
    ImportRecord,
    | 'companyId'
    | 'fileName'
    | 'sha256'
    | 'bytes'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'sheets'
    | 'headed'
    | 'columns'
    | 'summary'
    | 'createdBy'
  >,
): Promise<number> {
  const { id } = await tx
    .insertInto('import')
    .values({
      ...record,
      columns: JSON.stringify(record.columns),
      summary: JSON.stringify(record.summary),
      state: 'checked',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Many rows at once, as one JSON document: a row of a file is a document, and nothing here is read one by one. */
export async function insertImportRows(
  tx: Db,
  { companyId, importId }: ImportKey,
  rows: readonly Omit<ImportRowRecord, 'undo'>[],
): Promise<void> {
  await sql`
    insert into import_row (company_id, import_id, line, outcome, contractor_id, cells, draft, changes, remarks)
    select ${companyId}::bigint, ${importId}::bigint, r.line, r.outcome, r."contractorId", r.cells, r.draft, r.changes, r.remarks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(line int, outcome text, "contractorId" bigint, cells jsonb, draft jsonb, changes jsonb, remarks jsonb)`.execute(
    tx,
  );
}

export async function findImport(
  db: Db,
  { companyId, importId }: ImportKey,
  lock = false,
): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`
    select * from import where company_id = ${companyId} and id = ${importId} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return rows[0];
}

export async function listImports(
  db: Db,
  page: { readonly companyId: number; readonly before: number | null; readonly limit: number },
): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select * from import where company_id = ${page.companyId} and (${page.before}::bigint is null or id < ${page.before})
    order by id desc limit ${page.limit}`.execute(db);
  return rows;
}

export async function listImportRows(
  db: Db,
  page: ImportKey & {
    readonly after: number;
    readonly limit: number;
    readonly outcome?: ImportRowRecord['outcome'];
    /** Rows with a remark of this severity, and with one of this code. */
    readonly remarked?: string;
    readonly remark?: string;
    readonly undone?: RowUndone['result'];
  },
): Promise<ImportRowRecord[]> {
  const { rows } = await sql<ImportRowRecord>`
    select line, outcome, contractor_id, cells, draft, changes, remarks, undo from import_row
    where company_id = ${page.companyId} and import_id = ${page.importId} and line > ${page.after}
      and (${page.outcome ?? null}::text is null or outcome = ${page.outcome ?? null})
      and (${page.remarked ?? null}::text is null or remarks @> jsonb_build_array(jsonb_build_object('severity', ${page.remarked ?? null}::text)))
      and (${page.remark ?? null}::text is null or remarks @> jsonb_build_array(jsonb_build_object('code', ${page.remark ?? null}::text)))
      and (${page.undone ?? null}::text is null or undo->>'result' = ${page.undone ?? null})
    order by line limit ${page.limit}`.execute(db);
  return rows;
}

/** Everything that was left out, rows and single values, in the order of the file. */
export async function listRejected(
  db: Db,
  { companyId, importId }: ImportKey,
): Promise<Pick<ImportRowRecord, 'line' | 'cells' | 'remarks'>[]> {
  const { rows } = await sql<Pick<ImportRowRecord, 'line' | 'cells' | 'remarks'>>`
    select line, cells, remarks from import_row
    where company_id = ${companyId} and import_id = ${importId}
      and (outcome = 'rejected' or remarks @> '[{"severity": "rejected_value"}]')
    order by line`.execute(db);
  return rows;
}

/** What became of rows when they were written into the directory. */
export async function noteRowsApplied(
  tx: Db,
  { companyId, importId }: ImportKey,
  rows: readonly Pick<ImportRowRecord, 'line' | 'outcome' | 'contractorId' | 'changes'>[],
): Promise<void> {
  await sql`
    update import_row i set outcome = r.outcome, contractor_id = r."contractorId", changes = r.changes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line int, outcome text, "contractorId" bigint, changes jsonb)
    where i.import_id = ${importId} and i.company_id = ${companyId} and i.line = r.line`.execute(tx);
}

/** What applying came to. */
export async function finishImport(
  tx: Db,
  { companyId, importId }: ImportKey,
  done: { readonly summary: ImportSummary; readonly writes: number },
): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'applied', appliedAt: sql<Date>`now()`, summary: JSON.stringify(done.summary), writes: done.writes })
    .where('companyId', '=', companyId)
    .where('id', '=', importId)
    .execute();
}

/** Lets one import at a time write a company's directory, and nobody else wait. */
export async function holdDirectory(tx: Db, companyId: number): Promise<void> {
  await sql`select from company where id = ${companyId} for no key update`.execute(tx);
}

export async function markUndone(
  tx: Db,
  { companyId, importId }: ImportKey,
  undone: { readonly by: string; readonly summary: UndoSummary },
): Promise<void> {
  await tx
    .updateTable('import')
    .set({
      state: 'undone',
      undoneAt: sql<Date>`now()`,
      undoneBy: undone.by,
      undo: JSON.stringify(undone.summary),
    })
    .where('companyId', '=', companyId)
    .where('id', '=', importId)
    .where('state', '=', 'applied')
    .execute();
}
