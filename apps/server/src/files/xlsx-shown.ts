/** How a number is shown: `date` and `time` by the clock, `digits` by a mask such as `00\-000`, else as it is. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date'; readonly withTime: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'digits'; readonly mask: string };

const PLAIN: NumberFormat = { kind: 'plain' };

/** The formats that have a number instead of a code (ECMA-376 part 1, 18.8.30). */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: 'date', withTime: false };
  if (id === 22) return { kind: 'date', withTime: true };
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? { kind: 'time' } : PLAIN;
}

/** What a code such as `yyyy\-mm\-dd` or `00\-000` (a Polish postal code) makes of a number. */
export function formatOfCode(code: string): NumberFormat {
  const [section = ''] = code.replaceAll(/\[[^\]]*\]|_.|\*./g, '').split(';');
  const bare = section.replaceAll(/"[^"]*"|\\./g, '');
  if (/^general$/i.test(bare)) return PLAIN;
  const withTime = /[hs]/i.test(bare);
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !withTime)) return { kind: 'date', withTime };
  if (withTime) return { kind: 'time' };
  const mask = section.replaceAll(/"([^"]*)"|\\(.)/g, '$1$2');
  return /^[0# ()+/-]*0[0# ()+/-]*$/.test(mask) && /00|0[^0#]+0/.test(mask) ? { kind: 'digits', mask } : PLAIN;
}

/**
 * A number of a workbook as people know it: every digit of 48501234567 rather than 4.85E+10, days as rrrr-mm-dd, a postal
 * code with its zero. Beyond 15 digits a spreadsheet has lost the rest: such a number keeps its exponent and is found damaged.
 */
export function shownNumber(raw: string, format: NumberFormat, startsIn1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date' || format.kind === 'time') return shownMoment(value, format, startsIn1904);
  if (Math.abs(value) >= 1e15) return value.toExponential().replace('.', ',').toUpperCase();
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0) return masked(String(value), format.mask);
  const [whole = '', fraction] = Number(value.toPrecision(15)).toFixed(10).split('.');
  const decimals = fraction?.replace(/0+$/, '') ?? '';
  return decimals === '' ? whole.replace(/^-0$/, '0') : `${whole},${decimals}`;
}

const DAY = 86_400_000;

function shownMoment(
  serial: number,
  format: Extract<NumberFormat, { readonly kind: 'date' | 'time' }>,
  startsIn1904: boolean,
): string {
  // Day 60 of the other calendar is 29 February 1900, which never was: the days before it are one off.
  const days = startsIn1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1_000);
  if (Number.isNaN(moment.getTime()) || serial < 0 || days > 2_958_465) return String(serial);
  const [date = '', time = ''] = moment.toISOString().split('T');
  const clock = time.slice(0, 8).replace(/:00$/, '');
  if (format.kind === 'time') return clock;
  return format.withTime && moment.getTime() % DAY !== 0 ? `${date} ${clock}` : date;
}

/** Digits are put into the mask from the right; what does not fit stands in front. */
function masked(digits: string, mask: string): string {
  let left = digits;
  let shown = '';
  for (const place of mask.split('').toReversed()) {
    if (place !== '0' && place !== '#') {
      shown = place + shown;
      continue;
    }
    if (left === '' && place === '#') break;
    shown = (left.at(-1) ?? '0') + shown;
    left = left.slice(0, -1);
  }
  return left === '' ? shown.trimStart() : `${left}${shown.trimStart()}`;
}
