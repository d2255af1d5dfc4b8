import type { Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import { collection, invalidData } from '../http/reply.ts';

/** Country calling codes that European senders meet; the longest that fits decides (ITU-T E.164). */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['1', 'US'],
  ['30', 'GR'],
  ['31', 'NL'],
  ['32', 'BE'],
  ['33', 'FR'],
  ['34', 'ES'],
  ['351', 'PT'],
  ['352', 'LU'],
  ['353', 'IE'],
  ['354', 'IS'],
  ['356', 'MT'],
  ['357', 'CY'],
  ['358', 'FI'],
  ['359', 'BG'],
  ['36', 'HU'],
  ['370', 'LT'],
  ['371', 'LV'],
  ['372', 'EE'],
  ['373', 'MD'],
  ['375', 'BY'],
  ['380', 'UA'],
  ['381', 'RS'],
  ['385', 'HR'],
  ['386', 'SI'],
  ['39', 'IT'],
  ['40', 'RO'],
  ['41', 'CH'],
  ['420', 'CZ'],
  ['421', 'SK'],
  ['43', 'AT'],
  ['44', 'GB'],
  ['45', 'DK'],
  ['46', 'SE'],
  ['47', 'NO'],
  ['48', 'PL'],
  ['49', 'DE'],
  ['90', 'TR'],
]);
const LONGEST_PREFIX = 3;

/** ISO 3166 keeps ZZ for "none of them". */
const UNKNOWN = 'ZZ';

/** @example countryOf('420601234567') // 'CZ' */
export const countryOf = (number: string): string => {
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const country = COUNTRIES.get(number.slice(0, length));
    if (country !== undefined) return country;
  }
  return UNKNOWN;
};

const nameOf = (code: string): string =>
  code === UNKNOWN ? 'Unknown' : (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code);

/** `GET /shipment/country_volumes?year=&month=`: texts taken in one month (UTC) by country, of those still remembered. */
export const listVolumes: Handler = ({ store, clock }, { fields }) => {
  const [thisYear = '', thisMonth = ''] = new Date(clock.now()).toISOString().split('-');
  const year = filledText(fields, 'year') ?? thisYear;
  const month = (filledText(fields, 'month') ?? thisMonth).padStart(2, '0');
  if (!/^\d{4}$/.test(year)) return invalidData('year', 'Invalid year', year);
  if (!/^(?:0[1-9]|1[0-2])$/.test(month)) return invalidData('month', 'Invalid month', month);
  const from = Date.UTC(Number(year), Number(month) - 1);
  const to = Date.UTC(Number(year), Number(month));
  const usage = new Map<string, number>();
  for (const { channel, number, acceptedAt } of store.messages.values()) {
    if (channel !== 'sms' || acceptedAt < from || acceptedAt >= to) continue;
    const country = countryOf(number);
    usage.set(country, (usage.get(country) ?? 0) + 1);
  }
  return collection(
    [...usage].map(([code, count]) => ({
      country_code: code,
      country_name: nameOf(code),
      country_limit: null,
      usage: count,
    })),
  );
};
