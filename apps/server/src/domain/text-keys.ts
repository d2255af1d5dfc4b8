/** Polish letters in the order of the alphabet: each follows its Latin base, so its key is the base and a late character. */
const POLISH_ORDER: Readonly<Record<string, string>> = {
  ą: 'a~',
  ć: 'c~',
  ę: 'e~',
  ł: 'l~',
  ń: 'n~',
  ó: 'o~',
  ś: 's~',
  ź: 'z~',
  ż: 'z~~',
};

/**
 * Text for searching: lower case, without marks, single spaces. `Łódź` is found by `lodz` and the other way round.
 * @example fold('  ŁÓDŹ  Sp. z o.o.') // 'lodz sp. z o.o.'
 */
export function fold(text: string): string {
  return withoutMarks(text.toLocaleLowerCase('pl')).replaceAll(/\s+/g, ' ').trim();
}

/**
 * A key that sorts names byte by byte as a Polish reader expects: a, ą, b, c, ć …
 * @example ['Żuk', 'Zając', 'Ćma', 'Cukier'].toSorted by sortKey → Cukier, Ćma, Zając, Żuk
 */
export function sortKey(text: string): string {
  const lower = text.toLocaleLowerCase('pl').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return withoutMarks(lower.replaceAll(/[ąćęłńóśźż]/g, (letter) => POLISH_ORDER[letter] ?? letter));
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .normalize('NFC');
}
