import type { PhoneFaultCode, PhoneNote } from './codes.ts';

/** A full international number: `+`, country code, national number, nothing else (ITU-T E.164). */
export type E164 = string & { readonly __brand: 'E164' };

export interface PhoneNumber {
  readonly e164: E164;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** Whether SMS can arrive: `mobile` also where a country does not tell mobile numbers from landlines. */
  readonly kind: 'mobile' | 'landline' | 'other';
  /** The piece of the cell it came from, cleaned. */
  readonly text: string;
  readonly notes: readonly PhoneNote[];
}

export interface PhoneFault {
  /** The piece of the cell, cleaned. */
  readonly text: string;
  readonly code: PhoneFaultCode;
  /** What the piece probably meant: a number in E.164, or the e-mail address found. */
  readonly suggestion?: string;
}

/** Everything a cell held, in its order. A cell that says it is empty ('brak', '-') gives two empty lists. */
export interface PhoneCell {
  readonly numbers: readonly PhoneNumber[];
  readonly faults: readonly PhoneFault[];
}
