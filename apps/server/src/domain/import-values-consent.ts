import { type IsoDate, readDate } from './import-values-date.ts';
import { readText } from './import-values.ts';

export type ConsentReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'given' | 'refused'; readonly date: IsoDate | null }
  | { readonly kind: 'unclear' };

const GIVEN =
  /^(?:tak|t|yes|y|1|x|v|✓|✔|☑|true|prawda|zgoda|jest|wyrażona|wyrażono|udzielona|udzielono|wyrazam|wyrażam)$/;
const REFUSED =
  /^(?:nie|n|no|0|false|fałsz|falsz|☐|✗|✘|brak zgody|odmowa|odmówiono|nie wyrażona|nie wyrażono|niewyrażona|wycofana|wycofano|cofnięta|cofnięto|sprzeciw|stop)$/;

/**
 * Reads a consent cell: TAK/NIE, T/N, 1/0, X, true/false (PRAWDA/FAŁSZ), words for giving and withdrawing, or the date
 * on which it was given. It fails closed (PKE art. 398): what is not plainly a yes gives no right to send.
 */
export function readConsent(cell: string): ConsentReading {
  const word = /^x$/i.test(cell.trim())
    ? 'x'
    : readText(cell)
        ?.toLowerCase()
        .replace(/[.,](?:0+)?$/, '')
        .replace(/!+$/, '');
  if (word === undefined) return { kind: 'empty' };
  if (GIVEN.test(word)) return { kind: 'given', date: null };
  if (REFUSED.test(word)) return { kind: 'refused', date: null };
  const [, answer, rest] = /^(\p{L}+)[\s,:(-]+(?:z |dnia |z dnia |od )?([\d.\-/]+)\)?$/u.exec(word) ?? [];
  if (answer && rest) return withDate(readConsent(answer), rest);
  const date = readDate(word);
  return date.kind === 'date' ? { kind: 'given', date: date.date } : { kind: 'unclear' };
}

function withDate(reading: ConsentReading, text: string): ConsentReading {
  const date = readDate(text);
  if (date.kind !== 'date') return { kind: 'unclear' };
  return reading.kind === 'given' || reading.kind === 'refused'
    ? { kind: reading.kind, date: date.date }
    : { kind: 'unclear' };
}
