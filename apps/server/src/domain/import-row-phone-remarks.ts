import { type PhoneFault, phoneFaults, type PhoneNote, phoneNotes, type PhoneNumber } from '@goniec/phone';
import { type RemarkSeverity, remarkOf, type RowRemark, type SourceCell } from './import-row-remarks.ts';

/** Where a number needs a look before anybody sends to it, and where there is only something to know. */
const SEVERITIES: Readonly<Record<PhoneNote, RemarkSeverity>> = {
  trunk_zero_dropped: 'note',
  guessed_foreign: 'warning',
  several_numbers: 'note',
  label_removed: 'note',
  suspicious: 'warning',
  cut_off_tail: 'warning',
  decimal_tail_removed: 'note',
  machine_to_machine: 'warning',
  fax_label: 'note',
};

/** The remark on a text that is no usable number, with the number that was probably meant. */
export function remarkOnPhoneFault({ code, suggestion }: PhoneFault, cell: SourceCell): RowRemark {
  const { pl, en } = phoneFaults[code];
  const meant =
    suggestion === undefined
      ? { pl: '', en: '' }
      : { pl: ` Być może chodziło o ${suggestion}.`, en: ` Perhaps ${suggestion} was meant.` };
  return remarkOf(`phone_${code}`, { severity: 'rejected_value', pl: pl + meant.pl, en: en + meant.en }, cell);
}

/** The remarks on the numbers of one cell, each once. */
export function remarksOnPhoneNotes(numbers: readonly PhoneNumber[], cell: SourceCell): RowRemark[] {
  const notes = new Set(numbers.flatMap((number) => number.notes));
  return [...notes].map((note) => remarkOf(`phone_${note}`, { severity: SEVERITIES[note], ...phoneNotes[note] }, cell));
}
