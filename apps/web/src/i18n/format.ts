import i18next from 'i18next';
import { regionOf } from './language.ts';

/** Numbers, money and moments as the chosen language writes them. Polish groups four digits too: 1 842. */

const memo = <T>(make: (language: string) => T): (() => T) => {
  const made = new Map<string, T>();
  return () => {
    const language = regionOf(i18next.language);
    const found = made.get(language) ?? make(language);
    made.set(language, found);
    return found;
  };
};

/** Ten-thousandths, as the API gives points and money. */
const AMOUNT_UNIT = 10_000;

const whole = memo((language) => new Intl.NumberFormat(language, { useGrouping: 'always' }));
const two = memo(
  (language) =>
    new Intl.NumberFormat(language, { useGrouping: 'always', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const upToFour = memo(
  (language) =>
    new Intl.NumberFormat(language, { useGrouping: 'always', minimumFractionDigits: 2, maximumFractionDigits: 4 }),
);
const zloty = memo(
  (language) => new Intl.NumberFormat(language, { style: 'currency', currency: 'PLN', useGrouping: 'always' }),
);
/** Days have two digits, so that dates stand below each other. */
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit' } as const;
const day = memo((language) => new Intl.DateTimeFormat(language, DAY));
const moment = memo((language) => new Intl.DateTimeFormat(language, MINUTE));
const exact = memo((language) => new Intl.DateTimeFormat(language, { ...MINUTE, second: '2-digit' }));
const ago = memo((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

export const formatCount = (count: number): string => whole().format(count);
/** `amount` in ten-thousandths of a zloty. */
export const formatMoney = (amount: number): string => zloty().format(amount / AMOUNT_UNIT);
/** `amount` in ten-thousandths of a point. */
export const formatPoints = (amount: number): string => two().format(amount / AMOUNT_UNIT);
/** The price of a single part may have four places. */
export const formatPrice = (amount: number): string => upToFour().format(amount / AMOUNT_UNIT);
export const formatDay = (time: string): string => day().format(new Date(time));
export const formatTime = (time: string): string => moment().format(new Date(time));
export const formatExactTime = (time: string): string => exact().format(new Date(time));

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `5 minut temu`; `teraz` within the last minute. */
export function formatAgo(time: string, now: number = Date.now()): string {
  const seconds = (new Date(time).getTime() - now) / 1_000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 0];
  return ago().format(size === 0 ? 0 : Math.trunc(seconds / size), unit);
}
