import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { insertImport, insertImportRows, type ImportRowRecord } from '../db/imports.ts';
import { warsawDate } from '../domain/warsaw-time.ts';
import type { RowRemark } from '../domain/import-row.ts';
import { addSummaries, summarise } from '../domain/import-summary.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport, type NumberedDraft, type PlannedRow } from './plan-import.ts';
import { portionsOf } from './portions.ts';
import { readImportFile, type ImportSource, type ReadFile } from './read-import-file.ts';
import { withProgress, type Progress } from './report-progress.ts';

export interface ImportFile extends ImportSource {
  readonly companyId: number;
  readonly actor: Actor;
  readonly fileName: string;
}

/** Each row is understood, laid beside the directory, and kept. */
const PASSES = 3;

/** Reads a contractor file and says line by line what it would change; nothing in the directory changes yet. */
export async function checkImport(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  file: ImportFile,
): Promise<Outcome<number>> {
  const { companyId, fileName } = file;
  return withProgress(deps, { companyId, importId: null, kind: 'check', fileName }, (progress) =>
    checkWith(deps, file, progress),
  );
}

async function checkWith(
  deps: Pick<Deps, 'db' | 'clock'>,
  file: ImportFile,
  progress: Progress,
): Promise<Outcome<number>> {
  const read = await readImportFile(file, warsawDate(deps.clock()), {
    ...progress,
    of: (rows) => progress.of(rows, PASSES),
  });
  if (!read.ok) return read;
  const { reading, headed, columns, rows: found } = read.value;
  const drafts = found.flatMap(({ row, result }): NumberedDraft[] =>
    result.kind === 'row'
      ? [{ line: row.line, draft: { contractor: result.contractor, contacts: result.contacts } }]
      : [],
  );
  const { companyId, actor, fileName, bytes } = file;
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return inTransaction(deps.db, async (tx) => {
    const plans = await planImport(tx, companyId, drafts, progress.done);
    const planned = new Map(plans.map((plan) => [plan.line, plan]));
    const records: Omit<ImportRowRecord, 'undo'>[] = [];
    let summary = summarise([]);
    for await (const portion of portionsOf(found)) {
      const rows = portion.map((each) => recordOf(each, planned.get(each.row.line)));
      records.push(...rows.map(({ record }) => record));
      summary = addSummaries(
        summary,
        summarise(
          rows.map(({ record, plan }) => ({ plan, contacts: record.draft?.contacts ?? [], remarks: record.remarks })),
        ),
      );
    }
    const importId = await insertImport(tx, {
      companyId,
      fileName,
      bytes: bytes.length,
      ...reading,
      headed,
      createdBy: actor,
      sha256,
      columns: columns.map(({ index, header, field, hint }) => ({
        index,
        header,
        field,
        hint: hint ? { pl: hint.pl, en: hint.en } : null,
      })),
      summary,
    });
    for await (const portion of portionsOf(records)) {
      await insertImportRows(tx, { companyId, importId }, portion);
      progress.done(portion.length);
    }
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'import.check',
      subject: `import:${importId}`,
      data: { fileName, rows: records.length },
    });
    await announce(tx, { type: 'import.changed', companyId: String(companyId), id: String(importId) });
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
