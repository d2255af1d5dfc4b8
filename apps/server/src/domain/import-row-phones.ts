import { type PhoneFault, type PhoneNumber, readPhones } from '@goniec/phone';
import type { RowCells } from './import-row-cells.ts';
import { remarkOnPhoneFault, remarksOnPhoneNotes } from './import-row-phone-remarks.ts';
import { remark, type RowRemark, type SourceCell } from './import-row-remarks.ts';

/** A number, or a text that is none, with the cell in which it stood. */
export type FoundNumber = { readonly number: PhoneNumber; readonly cell: SourceCell };
export type FoundFault = { readonly fault: PhoneFault; readonly cell: SourceCell };

export type RowPhones = {
  readonly mobiles: readonly FoundNumber[];
  readonly others: readonly FoundNumber[];
  readonly faults: readonly FoundFault[];
  /** The e-mail addresses of the phone cells. */
  readonly emails: readonly SourceCell[];
  readonly remarks: readonly RowRemark[];
};

/** All numbers of a row, each once, those of mobile columns before those of general ones. Fax columns are not read. */
export function readRowPhones(row: RowCells): RowPhones {
  const readings = [...row.all('mobile'), ...row.all('phone')].map((cell) => ({ cell, ...readPhones(cell.raw) }));
  const found = unique(readings.flatMap(({ cell, numbers }) => numbers.map((number) => ({ number, cell }))));
  const texts = readings.flatMap(({ cell, faults }) => faults.map((fault) => ({ fault, cell })));
  const faults = texts.filter(({ fault }) => fault.code !== 'email_in_phone');
  const emails = texts.filter(({ fault }) => fault.code === 'email_in_phone');
  const mobiles = found.filter(({ number }) => number.kind === 'mobile');
  const several = mobiles.slice(1, 2).map(({ cell }) => remark('several_mobiles', cell));
  const notes = readings.flatMap(({ cell, numbers }) => remarksOnPhoneNotes(numbers, cell));
  return {
    mobiles,
    others: found.filter(({ number }) => number.kind !== 'mobile'),
    faults,
    emails: emails.map(({ fault, cell }) => ({ ...cell, raw: fault.suggestion ?? fault.text })),
    remarks: [
      ...faults.map(({ fault, cell }) => remarkOnPhoneFault(fault, cell)),
      // Which of several numbers gets the SMS is told once, for the whole row.
      ...notes.filter(({ code }) => several.length === 0 || code !== 'phone_several_numbers'),
      ...several,
    ],
  };
}

function unique(numbers: readonly FoundNumber[]): FoundNumber[] {
  const byNumber = Map.groupBy(numbers, ({ number }) => number.e164);
  return [...byNumber.values()].flatMap((found) => found.slice(0, 1));
}
