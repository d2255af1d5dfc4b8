import { personName, type RowCells } from './import-row-cells.ts';
import { remark, type RowRemark } from './import-row-remarks.ts';
import { readCountry } from './import-values-country.ts';
import { isSpreadsheetDamaged, joinStreet, readGroups, readPostalCode, readText } from './import-values.ts';
import { readNip } from './nip.ts';

/** A contractor as one row describes it; empty cells are null. */
export type ContractorDraft = {
  readonly code: string | null;
  readonly shortName: string | null;
  readonly name: string;
  /** Digits of a Polish NIP, a foreign VAT id with its prefix, or what was typed when it is neither. */
  readonly nip: string | null;
  /** Whether the NIP is a right one: only such a NIP may tell that two contractors are the same. */
  readonly nipValid: boolean;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 code, or the text of the file when it is no country's name. */
  readonly country: string | null;
  readonly groups: readonly string[];
};

export type NameReading = {
  readonly name: string | null;
  readonly column: string | null;
  readonly remarks: readonly RowRemark[];
};

/** The full name (Nazwa1 Nazwa2 Nazwa3 joined), else the short one, else the person: a private person is a contractor too. */
export function readContractorName(row: RowCells): NameReading {
  const nameCells = row.all('name');
  const parts = nameCells.map(({ raw }) => readText(raw)).filter((part) => part !== null);
  const column = nameCells[0]?.column ?? null;
  const name = parts.join(' ') || row.text('shortName');
  if (name !== null) return { name, column, remarks: [] };
  const person = personName(row);
  // In a list of persons, which has no column for names of firms, this is nothing to remark on.
  const remarks =
    person === null || column === null ? [] : [remark('name_from_person', { column, raw: nameCells[0]?.raw ?? '' })];
  return { name: person, column, remarks };
}

/** Everything of the contractor but the contacts; what cannot be used is left out with a remark. */
export function readContractor(
  row: RowCells,
  name: string,
): { contractor: ContractorDraft; remarks: readonly RowRemark[] } {
  const country = readCountry(row.all('country')[0]?.raw ?? '');
  const code = readCode(row);
  const nip = readRowNip(row);
  const address = readAddress(row, country);
  const contractor = {
    code: code.code,
    shortName: row.text('shortName'),
    name,
    nip: nip.nip,
    nipValid: nip.valid,
    ...address.values,
    country,
    groups: readGroups(
      row
        .all('group')
        .map(({ raw }) => raw)
        .join(';'),
    ),
  };
  return { contractor, remarks: [...code.remarks, ...nip.remarks, ...address.remarks] };
}

/** The code finds the contractor again on the next import, so a rounded one is worse than none. */
function readCode(row: RowCells): { code: string | null; remarks: RowRemark[] } {
  const [cell] = row.all('code');
  if (cell === undefined) return { code: null, remarks: [] };
  if (isSpreadsheetDamaged(cell.raw)) return { code: null, remarks: [remark('code_damaged', cell)] };
  return { code: readText(cell.raw), remarks: [] };
}

function readRowNip(row: RowCells): { nip: string | null; valid: boolean; remarks: RowRemark[] } {
  const [cell] = row.all('nip');
  if (cell === undefined) return { nip: null, valid: false, remarks: [] };
  const reading = readNip(cell.raw, row.text('nipCountry') ?? '');
  if (reading.kind === 'empty') return { nip: null, valid: false, remarks: [] };
  if (reading.kind !== 'faulty') return { nip: reading.nip, valid: true, remarks: [] };
  return { nip: reading.nip, valid: false, remarks: [remark(`nip_${reading.fault}`, cell)] };
}

type Address = Pick<ContractorDraft, 'street' | 'postalCode' | 'city'>;

function readAddress(row: RowCells, country: string | null): { values: Address; remarks: RowRemark[] } {
  const [cell] = row.all('postalCode');
  const postal = readPostalCode(cell?.raw ?? '', country);
  const values = {
    street: joinStreet(row.text('street'), row.text('houseNumber'), row.text('flatNumber')),
    postalCode: postal.postalCode,
    city: row.text('city') ?? postal.city,
  };
  return { values, remarks: cell !== undefined && postal.faulty ? [remark('postal_code_unclear', cell)] : [] };
}
