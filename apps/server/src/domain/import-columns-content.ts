import { mostly } from './import-columns-guess.ts';
import type { ImportColumn, ImportField } from './import-columns.ts';
import { readConsent } from './import-values-consent.ts';
import { readText } from './import-values.ts';
import { isNip } from './nip.ts';

/** Fields that can be told by the cells alone, the surest first. Never a consent: a "T" in a column may mean anything. */
const BY_CELLS: readonly (readonly [ImportField, 'one' | 'several', (values: readonly string[]) => boolean])[] = [
  ['email', 'several', (values) => mostly(values, /^\S+@\S+\.\S+$/)],
  ['postalCode', 'one', (values) => mostly(values, /^\d{2}-\d{3}$/)],
  ['nip', 'one', (values) => mostly(values, (value) => isNip(value.replaceAll(/\D/g, '')))],
  ['phone', 'several', (values) => mostly(values, /^\D{0,4}(?:\d\D{0,2}){9,12}$/)],
  ['name', 'one', isNames],
];

/** Says what the columns of a file without a header are, as far as the first rows show it. It is a proposal. */
export function recogniseByContent(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly ImportColumn[] {
  const taken = new Set<ImportField>();
  return header.map((text, index) => {
    const values = sample.map((row) => readText(row[index] ?? '')).filter((value) => value !== null);
    const [field = 'ignore', many] = BY_CELLS.find(([known, , fits]) => !taken.has(known) && fits(values)) ?? [];
    if (many === 'one') taken.add(field);
    return { index, header: text, field };
  });
}

/** Mostly words that answer no question, and mostly different ones: the first such column of a list of contractors says who they are. */
function isNames(values: readonly string[]): boolean {
  const words = values.filter((value) => /\p{L}{3}/u.test(value) && readConsent(value).kind === 'unclear');
  return words.length * 2 > values.length && new Set(words).size * 2 > values.length;
}
