import { createHash } from 'node:crypto';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { insertImport, insertImportRows, type ImportRowRecord } from '../db/imports.ts';
import { recogniseColumns } from '../domain/import-columns.ts';
import { readImportRow, rejectBrokenRow, type RowRemark } from '../domain/import-row.ts';
import { summarise, type SummedRow } from '../domain/import-summary.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { detectDelimiter, readCsv, type CsvRow } from '../files/csv.ts';
import { decodeFile, detectEncoding, type FileEncoding } from '../files/decode.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport, type NumberedDraft, type PlannedRow } from './plan-import.ts';

export interface ImportFile {
  readonly companyId: number;
  readonly actor: Actor;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: ';' | ',' | '\t' | undefined;
}

/** How many rows are looked at to say what the columns are. */
const SAMPLE = 200;

/** Reads a contractor file and says line by line what it would change; nothing in the directory changes yet. */
export async function checkImport(deps: Pick<Deps, 'db'>, file: ImportFile): Promise<Outcome<number>> {
  if (file.bytes.length === 0) return refuse('import_file_empty');
  if (isBinary(file.bytes)) return refuse('import_not_csv');
  const encoding = file.encoding ?? detectEncoding(file.bytes);
  const text = decodeFile(file.bytes, encoding);
  const delimiter = file.delimiter ?? detectDelimiter(text);
  const table = readCsv(text, { delimiter });
  if (table.rows.length === 0) return refuse('import_file_empty');
  const columns = recogniseColumns(
    table.header,
    table.rows.slice(0, SAMPLE).map(({ cells }) => cells),
  );
  if (
    !columns.some(
      ({ field }) => field === 'name' || field === 'shortName' || field === 'lastName' || field === 'contactName',
    )
  )
    return refuse('import_columns_unknown');

  const read = table.rows.map((row) => ({
    row,
    result: row.fault ? rejectBrokenRow(row.fault, row.cells) : readImportRow(row.cells, columns),
  }));
  const drafts = read.flatMap(({ row, result }): NumberedDraft[] =>
    result.kind === 'row'
      ? [{ line: row.line, draft: { contractor: result.contractor, contacts: result.contacts } }]
      : [],
  );
  const { companyId, actor, fileName, bytes } = file;
  return inTransaction(deps.db, async (tx) => {
    const planned = new Map((await planImport(tx, companyId, drafts)).map((plan) => [plan.line, plan]));
    const rows = read.map(({ row, result }) =>
      recordOf(row, result.kind === 'row' ? result.warnings : result.reasons, planned.get(row.line)),
    );
    const importId = await insertImport(tx, {
      companyId,
      fileName,
      bytes: bytes.length,
      encoding,
      delimiter,
      createdBy: actor,
      sha256: createHash('sha256').update(bytes).digest(),
      columns: columns.map(({ index, header, field }) => ({ index, header, field })),
      summary: summarise(
        rows.map(({ record, plan }): SummedRow => ({
          plan,
          contacts: record.draft?.contacts ?? [],
          remarks: record.remarks,
        })),
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

function recordOf(row: CsvRow, remarks: readonly RowRemark[], planned: PlannedRow | undefined) {
  const plan = planned?.kind === 'planned' ? planned.plan : null;
  const record: ImportRowRecord = {
    line: row.line,
    outcome: plan?.outcome ?? 'rejected',
    contractorId: planned?.kind === 'planned' ? planned.contractorId : null,
    cells: row.cells,
    draft: planned?.draft ?? null,
    changes: plan?.changes ?? [],
    remarks: planned?.kind === 'repeated' ? [...remarks, planned.remark] : remarks,
  };
  return { record, plan };
}

/** Spreadsheets (zip, OLE) and other files that are no text; UTF-16 has zero bytes too, but says so first. */
function isBinary(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return false;
  const isZip = a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
  return isZip || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) || bytes.subarray(0, 4096).includes(0);
}
