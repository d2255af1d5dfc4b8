/** A text as people type it in a hurry: small letters, without marks above and below; `ł` is no letter with a mark to Unicode. */
export const fold = (text: string): string =>
  text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l');
