import { t } from './i18n.js';

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export const number = (value, options) =>
  // Polish leaves four digits together unless told otherwise.
  new Intl.NumberFormat(t().code, { useGrouping: 'always', ...options }).format(value);

/** At least two decimals, as prices have, at most four. @param {number} value */
export const points = (value) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** `48500100200` as `+48 500 100 200`. @param {string} digits */
export const phone = (digits) => {
  const polish = /^48(\d{3})(\d{3})(\d{3})$/.exec(digits);
  if (polish !== null) return `+48\u00A0${polish[1]}\u00A0${polish[2]}\u00A0${polish[3]}`;
  return /^\d{6,}$/.test(digits) ? `+${digits}` : digits;
};

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} name @param {Intl.DateTimeFormatOptions} options */
const formatOf = (name, options) => {
  const key = `${t().code} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(t().code === 'en' ? 'en-GB' : 'pl-PL', options);
  formats.set(key, known);
  return known;
};

/** @param {number} at */
export const time = (at) => formatOf('time', { hour: '2-digit', minute: '2-digit' }).format(at);

/** @param {number} at */
export const exactTime = (at) =>
  formatOf('exact', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

/** @param {number} at */
const date = (at) => formatOf('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** @param {number} at */
const shortDate = (at) => formatOf('short', { day: 'numeric', month: 'short' }).format(at);

/** @param {number} at */
export const dayKey = (at) => new Date(at).toDateString();

/** Heading over a day of a conversation. @param {number} at @param {number} now */
export const dayName = (at, now) => {
  if (dayKey(at) === dayKey(now)) return t().phones.today;
  return dayKey(at) === dayKey(now - 86_400_000) ? t().phones.yesterday : date(at);
};

/** Time of today, else the day. @param {number} at @param {number} now */
export const brief = (at, now) => (dayKey(at) === dayKey(now) ? time(at) : shortDate(at));

/** Time of today, else day and time. @param {number} at @param {number} now */
export const moment = (at, now) => (dayKey(at) === dayKey(now) ? time(at) : `${shortDate(at)}, ${time(at)}`);

/** @param {number} at */
export const full = (at) =>
  formatOf('full', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at);

/** The two largest units of a duration. @param {number} ms */
export const duration = (ms) => {
  const { units } = t();
  const seconds = Math.round(ms / 1_000);
  const pieces = [
    [Math.floor(seconds / 86_400), units.day],
    [Math.floor(seconds / 3_600) % 24, units.hour],
    [Math.floor(seconds / 60) % 60, units.minute],
    [seconds % 60, units.second],
  ];
  const shown = pieces.filter(([count]) => count !== 0).slice(0, 2);
  return shown.length === 0 ? `0\u00A0${units.second}` : shown.map((piece) => piece.join('\u00A0')).join(' ');
};
