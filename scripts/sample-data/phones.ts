import type { Random } from './random.ts';

/**
 * Numbers for the samples. Mobile numbers come from ranges which the numbering plan calls mobile and which are given to no
 * operator in libphonenumber's carrier table (451-453 and 455-458); landline ones begin with 0 behind the area code.
 */
export type Numbers = {
  /** Nine digits; the last three are none of the endings to which the emulator gives a fate of their own. */
  readonly mobile: () => string;
  readonly mobileEnding: (ending: string) => string;
  readonly landline: (area: string) => string;
};

const RANGES: readonly [string, ...string[]] = ['451', '452', '453', '455', '456', '457', '458'];

/** The last three digits by which the SMSAPI emulator decides what happens to a message (000 undelivered ... 010 failed). */
export const FATEFUL_ENDINGS = ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009', '010'] as const;

export function createNumbers(random: Random): Numbers {
  const taken = new Set<string>();
  const unused = (invent: () => string): string => {
    for (;;) {
      const number = invent();
      if (taken.has(number)) continue;
      taken.add(number);
      return number;
    }
  };
  const mobileEnding = (ending: string): string => unused(() => `${random.pick(RANGES)}${random.digits(3)}${ending}`);
  return {
    mobile: () => mobileEnding(String(11 + random.below(989)).padStart(3, '0')),
    mobileEnding,
    landline: (area) => unused(() => `${area}0${random.digits(6)}`),
  };
}

/** A number as most people write it. */
export function writePlainly(number: string, random: Random): string {
  const [a, b, c] = thirds(number);
  const spellings = [
    number,
    number,
    number,
    `${a} ${b} ${c}`,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `+48 ${a} ${b} ${c}`,
    `48${number}`,
  ] as const;
  return random.pick(spellings);
}

export function thirds(number: string): [string, string, string] {
  return [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
}

/** `22 012 34 56`: area code, then groups of three, two and two. */
export function groups(number: string): [string, string, string, string] {
  return [number.slice(0, 2), number.slice(2, 5), number.slice(5, 7), number.slice(7)];
}
