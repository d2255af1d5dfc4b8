import type { RowCells } from './import-row-cells.ts';
import { remark, type RowRemark, type SourceCell } from './import-row-remarks.ts';
import { readConsent } from './import-values-consent.ts';
import { type IsoDate, readDate } from './import-values-date.ts';

/** What a row says about the right to send SMS; `cell` is where it says so. */
export type RowConsent = {
  readonly decision: 'given' | 'refused' | null;
  readonly at: IsoDate | null;
  readonly cell: SourceCell | null;
  readonly remarks: readonly RowRemark[];
};

/** The day the Electronic Communications Law (PKE) came into force; older consents are valid under conditions. */
const PKE_IN_FORCE: IsoDate = '2024-11-10';

const NOTHING: RowConsent = { decision: null, at: null, cell: null, remarks: [] };

/**
 * Reads the consent of a row. Without a consent column there is none, whatever else the file says (PKE art. 398: a number
 * found somewhere is not a consent). An unclear answer is none. A date in its own column wins over one in the answer.
 */
export function readRowConsent(row: RowCells): RowConsent {
  const [cell] = row.all('smsConsent');
  if (cell === undefined) return NOTHING;
  const consent = readConsent(cell.raw);
  const [dateCell] = row.all('consentDate');
  if (consent.kind === 'unclear') return { ...NOTHING, cell, remarks: [remark('consent_unclear', cell)] };
  if (consent.kind === 'empty') {
    const isDated = dateCell !== undefined && readDate(dateCell.raw).kind !== 'empty';
    return { ...NOTHING, cell, remarks: isDated ? [remark('consent_date_alone', dateCell)] : [] };
  }
  const { date, remarks } = readConsentDate(dateCell);
  const at = date ?? consent.date;
  const later = consent.kind === 'given' ? remarksOnAge(at, dateCell ?? cell, remarks.length > 0) : [];
  return { decision: consent.kind, at, cell, remarks: [...remarks, ...later] };
}

function readConsentDate(cell: SourceCell | undefined): { date: IsoDate | null; remarks: RowRemark[] } {
  if (cell === undefined) return { date: null, remarks: [] };
  const reading = readDate(cell.raw);
  if (reading.kind === 'date') return { date: reading.date, remarks: [] };
  if (reading.kind === 'empty') return { date: null, remarks: [] };
  const code = reading.fault === 'short_year' ? 'consent_date_short_year' : 'consent_date_unreadable';
  return { date: null, remarks: [remark(code, cell)] };
}

function remarksOnAge(at: IsoDate | null, cell: SourceCell, isDateReported: boolean): RowRemark[] {
  if (at === null) return isDateReported ? [] : [remark('consent_without_date', cell)];
  return at < PKE_IN_FORCE ? [remark('consent_before_pke', cell)] : [];
}
