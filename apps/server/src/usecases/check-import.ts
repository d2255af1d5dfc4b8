import { createHash } from 'node:crypto';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { insertImport, insertImportRows, type ImportRowRecord } from '../db/imports.ts';
import { warsawDate } from '../domain/entitlement-day.ts';
import type { RowRemark } from '../domain/import-row.ts';
import { summarise } from '../domain/import-summary.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport, type NumberedDraft, type PlannedRow } from './plan-import.ts';
import { readImportFile, type ImportSource, type ReadFile } from './read-import-file.ts';

export interface ImportFile extends ImportSource {
  readonly companyId: number;
  readonly actor: Actor;
  readonly fileName: string;
}

/** Reads a contractor file and says line by line what it would change; nothing in the directory changes yet. */
export async function checkImport(deps: Pick<Deps, 'db' | 'clock'>, file: ImportFile): Promise<Outcome<number>> {
  const read = await readImportFile(file, warsawDate(deps.clock()));
  if (!read.ok) return read;
  const { reading, columns, rows: found } = read.value;
  const drafts = found.flatMap(({ row, result }): NumberedDraft[] =>
    result.kind === 'row'
      ? [{ line: row.line, draft: { contractor: result.contractor, contacts: result.contacts } }]
      : [],
  );
  const { companyId, actor, fileName, bytes } = file;
  return inTransaction(deps.db, async (tx) => {
    const planned = new Map((await planImport(tx, companyId, drafts)).map((plan) => [plan.line, plan]));
    const rows = found.map((each) => recordOf(each, planned.get(each.row.line)));
    const importId = await insertImport(tx, {
      companyId,
      fileName,
      bytes: bytes.length,
      ...reading,
      createdBy: actor,
      sha256: createHash('sha256').update(bytes).digest(),
      columns: columns.map(({ index, header, field, hint }) => ({
        index,
        header,
        field,
        hint: hint ? { pl: hint.pl, en: hint.en } : null,
      })),
      summary: summarise(
        rows.map(({ record, plan }) => ({ plan, contacts: record.draft?.contacts ?? [], remarks: record.remarks })),
      ),
    });
    await insertImportRows(
      tx,
      { companyId, importId },
      rows.map(({ record }) => record),
    );
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'import.check',
      subject: `import:${importId}`,
      data: { fileName, rows: rows.length },
    });
    return done(importId);
  });
}

function recordOf({ row, result }: ReadFile['rows'][number], planned: PlannedRow | undefined) {
  const plan = planned?.kind === 'planned' ? planned.plan : null;
  const said: readonly RowRemark[] = result.kind === 'row' ? result.warnings : result.reasons;
  const record: Omit<ImportRowRecord, 'undo'> = {
    line: row.line,
    outcome: plan?.outcome ?? 'rejected',
    contractorId: planned?.kind === 'planned' ? planned.contractorId : null,
    cells: row.cells,
    draft: planned?.draft ?? null,
    changes: plan?.changes ?? [],
    remarks: planned?.kind === 'repeated' ? [...said, planned.remark] : said,
  };
  return { record, plan };
}
