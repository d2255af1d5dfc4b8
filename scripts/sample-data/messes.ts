import { groups, type Numbers, thirds } from './phones.ts';

/** A way of typing phone numbers that is met in real files: every row of domain-facts 1.2 at least once. */
export type Mess = {
  readonly column: 'mobile' | 'phone';
  readonly write: (numbers: Numbers, area: string) => string;
  /** Has characters that windows-1250 lacks. */
  readonly unicodeOnly?: true;
};

const mobile = (spell: (number: string, a: string, b: string, c: string) => string): Mess => ({
  column: 'mobile',
  write: (numbers) => {
    const number = numbers.mobile();
    return spell(number, ...thirds(number));
  },
});

const twoMobiles = (spell: (first: string, second: string) => string): Mess => ({
  column: 'mobile',
  write: (numbers) => spell(numbers.mobile(), numbers.mobile()),
});

const landline = (spell: (number: string, area: string, x: string, y: string, z: string) => string): Mess => ({
  column: 'phone',
  write: (numbers, area) => {
    const number = numbers.landline(area);
    return spell(number, ...groups(number));
  },
});

const literal = (column: Mess['column'], cell: string): Mess => ({ column, write: () => cell });

const spaced = (number: string): string => thirds(number).join(' ');

/** Full-width digits begin at U+FF10, Arabic-Indic ones at U+0660. */
function inDigitsFrom(zero: number, number: string): string {
  return number.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

const SEPARATORS: readonly Mess[] = [
  mobile((_, a, b, c) => `${a}.${b}.${c}`),
  mobile((n) => `${n.slice(0, 3)}-${n.slice(3, 5)}-${n.slice(5, 7)}-${n.slice(7)}`),
  mobile((_, a, b, c) => `${a}\u00A0${b}\u00A0${c}`),
  mobile((_, a, b, c) => `${a}–${b}–${c}`),
  mobile((_, a, b, c) => `(${a}) ${b} ${c}`),
];

const PREFIXES: readonly Mess[] = [
  mobile((n) => `0048${n}`),
  mobile((_, a, b, c) => `00 48 ${a} ${b} ${c}`),
  mobile((n) => `+48${n}`),
  mobile((_, a, b, c) => `(+48)${a}-${b}-${c}`),
  mobile((n) => `'+48${n}`),
  mobile((n) => `0${n}`),
  mobile((_, a, b, c) => `0-${a}-${b}-${c}`),
  mobile((n) => `+48(0)${n}`),
  // Nine digits that begin with the area code of Radom, not with the country code.
  { column: 'phone', write: (numbers) => groups(numbers.landline('48')).join(' ') },
  landline((_, area, x, y, z) => `0 ${area} ${x} ${y} ${z}`),
  landline((_, area, x, y, z) => `(0-${area}) ${x} ${y} ${z}`),
  landline((n) => `0${n}`),
  landline((_, area, x, y, z) => `${area}/${x}-${y}-${z}`),
  landline((_, area, x, y, z) => `${area} ${x} ${y} ${z}`),
];

const SEVERAL: readonly Mess[] = [
  twoMobiles((first, second) => `${first},${second}`),
  twoMobiles((first, second) => `${first}; ${second}`),
  twoMobiles((first, second) => `${spaced(first)} / ${spaced(second)}`),
  twoMobiles((first, second) => `${first} lub ${second}`),
  twoMobiles((first, second) => `${first} i ${second}`),
  twoMobiles((first, second) => `${first}\n${second}`),
  twoMobiles((first, second) => `${spaced(first)} ${spaced(second)}`),
  mobile((_, a, b, c) => `${a}-${b}-${c}/68`),
  // The phone column of WAPRO Mag holds 20 characters: the second number is cut off.
  twoMobiles((first, second) => `${spaced(first)}, ${spaced(second)}`.slice(0, 20)),
  twoMobiles((first, second) => `${first}, tel. ${second}`.slice(0, 20)),
  {
    column: 'phone',
    write: (numbers, area) => `${groups(numbers.landline(area)).join('-')}, ${thirds(numbers.mobile()).join('-')}`,
  },
];

const LABELS: readonly Mess[] = [
  mobile((_, a, b, c) => `tel. ${a} ${b} ${c}`),
  mobile((n) => `kom: ${n}`),
  mobile((_, a, b, c) => `${a} ${b} ${c} (Jan)`),
  mobile((_, a, b, c) => `${a} ${b} ${c} Kowalski`),
  mobile((n) => `*${n}`),
  mobile((n) => `${n} wew. 12`),
  landline((_, area, x, y, z) => `${area} ${x} ${y} ${z} wew. 12`),
  mobile((n) => `${n},00`),
  mobile((n) => `${n}.0`),
];

const FAULTS: readonly Mess[] = [
  mobile((n) => `O${n}`),
  mobile((n) => `${n.slice(0, 2)}O${n.slice(3)}`),
  mobile((n) => `${n.slice(0, 2)}l${n.slice(3)}`),
  literal('mobile', 'jan@zolwik.example'),
  mobile((n) => `${n[0]},${n.slice(1, 6)}E+08`),
  mobile((n) => `4,8${n.slice(0, 3)}E+10`),
  literal('mobile', '4.85E+10'),
  mobile((n) => n.slice(0, 8)),
  // Begins with 451 so that it cannot be read as a Danish number without its plus.
  mobile((n) => `451${n.slice(3)}5`),
  mobile((n) => `48${n.slice(0, 8)}`),
  mobile((n) => `+48${n}9`),
  // From the range which Ofcom keeps for films and books; without a country code.
  literal('mobile', '07700 900123'),
  literal('mobile', '112'),
  literal('mobile', '71200'),
  literal('mobile', '7480'),
];

const NOT_FOR_SMS: readonly Mess[] = [
  literal('phone', '800 000 012'),
  literal('phone', '39 000 00 12'),
  literal('phone', '123456789'),
  literal('phone', '777777777'),
  literal('mobile', '451451451'),
];

const FOREIGN: readonly Mess[] = [
  literal('mobile', '420601000123'),
  literal('mobile', '380500000012'),
  literal('mobile', '+380 50 000 00 12'),
  // From the numbers which the Bundesnetzagentur keeps for films and books.
  literal('mobile', '+49 176 04069012'),
  literal('mobile', '0049 176 04069034'),
];

const EMPTY: readonly Mess[] = ['brak', 'b.d.', '-', '0', 'x', 'nie ma', '000000000'].map((cell) =>
  literal('mobile', cell),
);

const UNICODE: readonly Mess[] = [
  mobile((_, a, b, c) => `\u202A+48 ${a} ${b} ${c}\u202C`),
  mobile((n) => `\uFEFF${n}`),
  mobile((_, a, b, c) => `${a}\u200B${b}\u200B${c}`),
  mobile((_, a, b, c) => `${a}\u2007${b}\u2007${c}`),
  mobile((n) => inDigitsFrom(0xff10, n)),
  mobile((n) => inDigitsFrom(0x0660, n)),
].map((mess) => ({ ...mess, unicodeOnly: true }));

export const MESSES: readonly Mess[] = [
  ...SEPARATORS,
  ...PREFIXES,
  ...SEVERAL,
  ...LABELS,
  ...FAULTS,
  ...NOT_FOR_SMS,
  ...FOREIGN,
  ...EMPTY,
  ...UNICODE,
];
