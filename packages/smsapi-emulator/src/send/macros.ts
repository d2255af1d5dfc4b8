/**
 * SMSAPI interprets `[%…%]` inside a text (dossier 2.2): `[%1%]`..`[%4%]` are the request's params, `[%kod%]` a voucher
 * code, `[%idzdo:URL%]` (and `[%goto:URL%]` of the .com edition) a short link. A Python test writes `[%1]`.
 */
const PARAM = /\[%([1-4])%?\]/g;
const VOUCHER = /\[%kod%\]/g;
const SHORT_LINK = /\[%(idzdo|goto):((?:(?!%\]).)*)%\]/g;

export const hasVoucherMark = (text: string): boolean => text.includes('[%kod%]');
export const hasShortLink = (text: string): boolean => text.search(SHORT_LINK) >= 0;
export const hasParams = (text: string): boolean => text.search(PARAM) >= 0;

/** Which params a text asks for: [0, 2] when it holds `[%1%]` and `[%3%]`. */
export const paramsIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(PARAM)].map(([, digit]) => Number(digit) - 1)),
];

export const shortLinkTargets = (text: string): readonly string[] =>
  [...text.matchAll(SHORT_LINK)].map(([, , target]) => target?.trim() ?? '');

/** A host with a dot, with or without a scheme. */
export const isLinkTarget = (target: string): boolean =>
  /^(?:https?:\/\/)?[^\s/:]+\.[^\s/:.]{2,}(?:[/:?#]\S*)?$/i.test(target);

/** A raw address outside of macros: what accounts without the vendor's consent may not send (error 94). */
export const hasRawLink = (text: string): boolean => /(?:https?:\/\/|\bwww\.)\S/i.test(text.replaceAll(SHORT_LINK, ''));

export const putParams = (text: string, values: readonly string[]): string =>
  text.replaceAll(PARAM, (mark, digit: string) => values[Number(digit) - 1] ?? mark);

export const putVoucher = (text: string, code: string): string => text.replaceAll(VOUCHER, () => code);

/** Every recipient gets a link of his own: that is how clicks are counted. `draw` writes the short address. */
export const putShortLinks = (text: string, draw: (kind: string, target: string) => string): string =>
  text.replaceAll(SHORT_LINK, (_, kind: string, target: string) => draw(kind, target.trim()));

/** Letters without a decomposition that `normalize=1` still turns into base letters. */
const STROKED: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ø: 'o', Ø: 'O' };

/** The gateway's own `normalize=1`: base letters instead of letters with marks, ñ included (dossier section 9). */
export const stripMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[łŁđĐøØ]/g, (letter) => STROKED[letter] ?? letter)
    .normalize('NFC');
