/** What the address of the test phones says: which one is open, and what the list is searched for. */
export interface PhonesSearch {
  /** Digits with the country code: 48501234567. */
  readonly numer?: number | undefined;
  readonly q?: string | undefined;
}

const NUMBER = /^[1-9]\d{6,14}$/;

/** An address may be typed or sent by a colleague: what it does not know it forgets. */
export function readPhonesSearch({ numer, q }: Readonly<Record<string, unknown>>): PhonesSearch {
  const digits = typeof numer === 'number' || typeof numer === 'string' ? String(numer).replace(/^[+ ]/, '') : '';
  const typed = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '';
  return {
    ...(NUMBER.test(digits) ? { numer: Number(digits) } : {}),
    ...(typed === '' ? {} : { q: typed }),
  };
}

export const phoneOf = (numer: number): string => `+${numer}`;
export const numerOf = (phone: string): number => Number(phone.slice(1));
