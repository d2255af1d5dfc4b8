import { foldHeader, type ImportField, SPELLINGS } from './import-columns-spellings.ts';
import { readText } from './import-values.ts';

/** What one header says by itself; a lower rank is a better spelling of the same field. */
export type Guess = { readonly key: string; readonly field: ImportField; readonly rank: number };

const FIELDS: ReadonlyMap<string, Guess> = new Map(
  SPELLINGS.flatMap(([field, spellings]) =>
    spellings.split(/\s+/).map((key, rank) => [key, { key, field, rank }] as const),
  ),
);

const MAY_BE_SEVERAL: ReadonlySet<ImportField> = new Set(['name', 'mobile', 'phone', 'fax', 'email', 'group']);

/** Headers that mean different things in different programs: only the cells below can tell. */
const BY_CONTENT: Readonly<Record<string, (values: readonly string[]) => ImportField>> = {
  kod: (values) => (mostly(values, /^\d{2}-\d{3}$/) ? 'postalCode' : 'code'),
  kontakt: (values) => (mostly(values, /@/) ? 'email' : mostly(values, /(?:\d\D{0,2}){7}/) ? 'phone' : 'contactName'),
  // In a Polish address this is the post office.
  poczta: (values) => (mostly(values, /@/) ? 'email' : 'ignore'),
  sms: (values) => (mostly(values, /(?:\d\D{0,2}){7}/) ? 'mobile' : 'otherConsent'),
};

/** Recognises one column by its header, or by its cells where the header is ambiguous. */
export function guessColumn(header: string, cells: readonly string[]): Guess {
  const key = foldHeader(header);
  const known = FIELDS.get(key);
  if (known) return known;
  const byContent = BY_CONTENT[key];
  if (byContent) return { key, field: byContent(cells.map(readText).filter((text) => text !== null)), rank: 50 };
  const numbered = FIELDS.get(key.replace(/\d$/, ''));
  if (numbered && (MAY_BE_SEVERAL.has(numbered.field) || key.endsWith('1')))
    return { ...numbered, key, rank: numbered.rank + 0.5 };
  return guessConsent(key);
}

/**
 * One consent per channel (PKE art. 398, 400): only a header that names SMS, and is about consent, speaks of SMS.
 * A plain "Data zgody" may date it; a date of another channel's consent may not.
 */
function guessConsent(key: string): Guess {
  const isConsent = /zgod|consent|optin/.test(key);
  const isForSms = key.includes('sms');
  if (isConsent && /data|date/.test(key.replaceAll('przetwarzaniedanych', ''))) {
    const isForOther = /mail|tel|glos|rodo|marketing/.test(key) && !isForSms;
    return { key, field: isForOther ? 'ignore' : 'consentDate', rank: isForSms ? 0 : 1 };
  }
  if (isForSms && (isConsent || key.includes('marketing')))
    return { key, field: 'smsConsent', rank: isConsent ? 0 : 1 };
  return { key, field: isConsent ? 'otherConsent' : 'ignore', rank: 0 };
}

/** Whether at least half of the values look so; nothing proves nothing. */
export function mostly(values: readonly string[], looksSo: RegExp | ((value: string) => boolean)): boolean {
  const fits = looksSo instanceof RegExp ? (value: string) => looksSo.test(value) : looksSo;
  return values.length > 0 && values.filter(fits).length * 2 >= values.length;
}
