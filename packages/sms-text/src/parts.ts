/** How many units fit into one radio message (3GPP TS 23.040, clause 9.2.3.24.1). */

/** `gsm7` counts septets, `ucs2` counts UTF-16 code units. */
export type Encoding = 'gsm7' | 'ucs2';

export interface PartOptions {
  /**
   * Octets of the concatenation header that each part of a longer message carries: 6 with the usual 8-bit reference
   * (the default), 7 with a 16-bit one.
   */
  readonly headerOctets?: number;
}

/** User data of one radio message, in octets. */
export const PART_OCTETS = 140;

/** Units of a message that fits into one part and so carries no header. */
export const SINGLE_PART_UNITS = { gsm7: 160, ucs2: 70 } as const;

/** Units of each part of a longer message, with the usual header of 6 octets. */
export const PART_UNITS = { gsm7: 153, ucs2: 67 } as const;

/** Room for one surrogate pair has to be left, or no part could ever be filled. */
const MAX_HEADER_OCTETS = PART_OCTETS - 4;

/**
 * Units that fit into each part of a message of several parts.
 *
 * @throws RangeError when `headerOctets` is not a whole number from 0 to 136.
 * @example
 * partCapacity('gsm7') // 153
 * partCapacity('ucs2', { headerOctets: 7 }) // 66
 */
export function partCapacity(encoding: Encoding, options?: PartOptions): number {
  const headerOctets = options?.headerOctets;
  if (headerOctets === undefined) return PART_UNITS[encoding];
  if (!Number.isInteger(headerOctets) || headerOctets < 0 || headerOctets > MAX_HEADER_OCTETS)
    throw new RangeError(`headerOctets must be a whole number from 0 to ${MAX_HEADER_OCTETS}, got ${headerOctets}`);
  const octets = PART_OCTETS - headerOctets;
  return encoding === 'gsm7' ? Math.floor((octets * 8) / 7) : Math.floor(octets / 2);
}
