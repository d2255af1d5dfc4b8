import { measure } from './measure.ts';
import { type Encoding, type PartOptions } from './parts.ts';

/** The longest text the product takes: seven single parts, in septets or in UTF-16 units. */
export const TEXT_LIMIT = { gsm7: 1120, ucs2: 490 } as const satisfies Record<Encoding, number>;

export interface LimitCheck {
  readonly encoding: Encoding;
  /** Septets or UTF-16 units, as in `measure`. */
  readonly units: number;
  readonly limit: 1120 | 490;
  /** Units left; below zero, how many have to go. */
  readonly remaining: number;
  readonly withinLimit: boolean;
  /** Parts that are really billed. */
  readonly parts: number;
}

/**
 * Checks a text against the limit of the send window: 7 × 160 = 1120 units, or 7 × 70 = 490 as soon as one character needs
 * Unicode. The limit counts units, not parts: every part of a longer message gives some room to its header, so 1072 to 1120
 * septets and 470 to 490 units are within the limit and billed as eight parts.
 *
 * @example
 * checkLimit('a'.repeat(1120)) // { encoding: 'gsm7', units: 1120, limit: 1120, remaining: 0, withinLimit: true, parts: 8 }
 */
export function checkLimit(text: string, options?: PartOptions): LimitCheck {
  const { encoding, units, segments } = measure(text, options);
  const limit = TEXT_LIMIT[encoding];
  return { encoding, units, limit, remaining: limit - units, withinLimit: units <= limit, parts: segments.length };
}
