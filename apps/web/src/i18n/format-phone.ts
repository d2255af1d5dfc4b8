/** Area codes of Poland (numbering plan of the UKE; 26 is the army, 47 the police): behind them come seven digits, written 3-2-2. */
const AREA = /^(?:1[2-8]|2[2-69]|3[2-4]|4[1-46-8]|5[24-689]|6[1-3578]|7[14-7]|8[1-79]|9[145])/;

/** E.164 country codes of one and two digits; all others have three. */
const FOREIGN = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/**
 * A number as people read it: `+48 501 234 567`, `+48 22 123 45 67`. Of other countries the code apart and the rest in threes: how
 * each of them writes its own is known to the server alone.
 */
export function formatPhone(phone: string): string {
  const [, national] = /^\+48(\d{9})$/.exec(phone) ?? [];
  if (national !== undefined)
    return AREA.test(national)
      ? `+48 ${national.replace(/^(..)(...)(..)(..)$/, '$1 $2 $3 $4')}`
      : `+48 ${inThrees(national)}`;
  const [, code, rest] = FOREIGN.exec(phone) ?? [];
  return code !== undefined && rest !== undefined ? `+${code} ${inThrees(rest)}` : phone;
}

/** No digit is left alone at the end. */
const inThrees = (digits: string): string => digits.replaceAll(/\d{3}(?=\d{2})/g, '$& ');
