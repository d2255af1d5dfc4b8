import { checkLimit, explain, normalize, toGsm } from '@goniec/sms-text';

/** The text of an SMS as it goes out, with what it costs to send once. */
export interface WireText {
  readonly body: string;
  readonly encoding: 'gsm7' | 'ucs2';
  readonly units: number;
  readonly parts: number;
  /** 1120 units, 490 in Unicode: the hard limit of S10. */
  readonly limit: number;
  readonly remaining: number;
  readonly withinLimit: boolean;
  readonly forcedBy: readonly {
    readonly character: string;
    readonly index: number;
    readonly replacement: string | null;
  }[];
}

/** How many of the characters that force Unicode are worth naming. */
const NAMED = 100;

/**
 * Turns what was typed into what is sent: normalised, without Polish letters when asked (S11), and harmless for the
 * gateway (`prepare`, its adapter's own step). Measured after all of that, so that the price is the price.
 */
export function wireText(typed: string, withoutPolish: boolean, prepare: (text: string) => string): WireText {
  const normal = normalize(typed);
  const body = prepare(withoutPolish ? toGsm(normal) : normal);
  const { encoding, units, limit, remaining, withinLimit, parts } = checkLimit(body);
  const forcedBy = explain(body)
    .slice(0, NAMED)
    .map(({ character, index, replacement }) => ({ character, index, replacement }));
  return { body, encoding, units, parts, limit, remaining, withinLimit, forcedBy };
}
