/** Ten-thousandths of a point or of a zloty in one whole. */
const WHOLE = 10_000;

// CLDR writes no separator in a Polish four-digit number (1842) unless told to.
const counts = new Intl.NumberFormat('pl-PL', { useGrouping: 'always', maximumFractionDigits: 0 });
const amounts = new Intl.NumberFormat('pl-PL', {
  useGrouping: 'always',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});
const percents = new Intl.NumberFormat('pl-PL', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const plurals = new Intl.PluralRules('pl-PL');

/** Plain spaces, so that what is on the screen can be searched for and copied. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

/** `1 842` */
export const formatCount = (value: number): string => plain(counts.format(value));

/** `302,55`; more decimals only where they are not zero: `0,165`. */
export const formatAmount = (amount: number): string => plain(amounts.format(amount / WHOLE));

/** `302,55 pkt` */
export const formatPoints = (amount: number): string => `${formatAmount(amount)} pkt`;

/** `302,55 zł` */
export const formatZloty = (amount: number): string => `${formatAmount(amount)} zł`;

/** `91,4%` of a whole; a dash when there is no whole. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : plain(percents.format(part / whole));

/** The forms of a noun after 1, after 2-4, and after 5 and the rest. */
export type Forms = readonly [one: string, few: string, many: string];

/** `5 wiadomości`: a count with its noun in the right form. */
export function countOf(value: number, [one, few, many]: Forms): string {
  const form = plurals.select(value);
  return `${formatCount(value)} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

export const nouns = {
  message: ['wiadomość', 'wiadomości', 'wiadomości'],
  part: ['część', 'części', 'części'],
  unit: ['jednostka', 'jednostki', 'jednostek'],
  recipient: ['odbiorca', 'odbiorców', 'odbiorców'],
  contractor: ['kontrahent', 'kontrahentów', 'kontrahentów'],
  contact: ['kontakt', 'kontakty', 'kontaktów'],
  row: ['wiersz', 'wiersze', 'wierszy'],
  remark: ['uwaga', 'uwagi', 'uwag'],
  campaign: ['wysyłka', 'wysyłki', 'wysyłek'],
  day: ['dzień', 'dni', 'dni'],
  sum: ['suma', 'sumy', 'sum'],
} as const satisfies Record<string, Forms>;
