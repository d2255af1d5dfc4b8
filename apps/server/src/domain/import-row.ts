import type { ImportColumn } from './import-columns.ts';
import { rowCells } from './import-row-cells.ts';
import { type ContactDraft, readContacts } from './import-row-contacts.ts';
import { type ContractorDraft, readContractor, readContractorName } from './import-row-contractor.ts';
import type { RowFault } from './import-row-fault.ts';
import { remark, remarkOnFault, type RowRemark } from './import-row-remarks.ts';
import { hasLostLetters } from './import-values.ts';

export type { ContactDraft } from './import-row-contacts.ts';
export type { ContractorDraft } from './import-row-contractor.ts';
export type { RowFault } from './import-row-fault.ts';
export type { RowRemark } from './import-row-remarks.ts';

export type ImportedRow =
  | {
      readonly kind: 'row';
      readonly contractor: ContractorDraft;
      readonly contacts: readonly ContactDraft[];
      readonly warnings: readonly RowRemark[];
    }
  | RejectedRow;

export type RejectedRow = { readonly kind: 'rejected'; readonly reasons: readonly RowRemark[] };

/**
 * Reads one row of a file into a contractor with contacts. A row is rejected only when nobody can say whom it is about;
 * every value that cannot be used is left out with a remark, and the contractor is kept.
 */
export function readImportRow(cells: readonly string[], columns: readonly ImportColumn[]): ImportedRow {
  const row = rowCells(cells, columns);
  const name = readContractorName(row);
  if (name.name === null)
    return { kind: 'rejected', reasons: [remark('no_name', { column: name.column, raw: cells.join(' | ') })] };
  const { contractor, remarks } = readContractor(row, name.name);
  const { contacts, remarks: contactRemarks } = readContacts(row);
  const lost = columns.filter(({ index, field }) => field !== 'ignore' && hasLostLetters(cells[index] ?? ''));
  const lostRemarks = lost.map(({ index, header }) =>
    remark('lost_letters', { column: header, raw: cells[index] ?? '' }),
  );
  return {
    kind: 'row',
    contractor,
    contacts,
    warnings: [...name.remarks, ...remarks, ...contactRemarks, ...lostRemarks],
  };
}

/** The rejection of every row of a file in which nobody has said which column names the contractor. */
export function rejectNameless(cells: readonly string[]): RejectedRow {
  return { kind: 'rejected', reasons: [remark('no_name_column', { column: null, raw: cells.join(' | ') })] };
}

/** The rejection of a line that the CSV reader could not cut into the cells of its header. */
export function rejectBrokenRow(fault: RowFault, cells: readonly string[]): RejectedRow {
  return { kind: 'rejected', reasons: [remarkOnFault(fault, cells)] };
}
