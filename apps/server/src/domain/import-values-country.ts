import { readText } from './import-values.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** All two-letter codes but the withdrawn ones (SU, DD, UK ...), which the runtime would name after their successors. */
const REGIONS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => new Intl.Locale(`und-${code}`).region === code,
);

/** Country names as Polish and English speakers write them, lower case → ISO 3166-1 code; from the runtime's CLDR data. */
const CODES: ReadonlyMap<string, string> = new Map([
  ...['pl', 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return REGIONS.flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code]];
    });
  }),
  ['rp', 'PL'],
  ['pol', 'PL'],
  ['rzeczpospolita polska', 'PL'],
  ['republika czeska', 'CZ'],
  ['el', 'GR'],
  ['uk', 'GB'],
  ['usa', 'US'],
  ['czech republic', 'CZ'],
  ['anglia', 'GB'],
]);

const KNOWN: ReadonlySet<string> = new Set(CODES.values());

/**
 * A country cell as an ISO 3166-1 alpha-2 code: `PL`, `pl`, `Polska`, `POLSKA`, `Niemcy`, `Germany`.
 * What is no country's name stays as written, so that nothing is lost; an empty cell is null.
 */
export function readCountry(cell: string): string | null {
  const text = readText(cell);
  if (text === null) return null;
  const upper = text.toUpperCase();
  return CODES.get(text.toLowerCase()) ?? (KNOWN.has(upper) ? upper : text);
}
