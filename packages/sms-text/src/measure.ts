import { normalize } from './normalize.ts';
import { type Encoding, type PartOptions, partCapacity, SINGLE_PART_UNITS } from './parts.ts';
import { extensionsOf, scan, septetsAt, SURROGATE, traitsOf, UNSETTLED, WIDE } from './traits.ts';

export interface Measure {
  readonly encoding: Encoding;
  /** Septets of a `gsm7` text (an extension character counts 2), UTF-16 code units of a `ucs2` text. */
  readonly units: number;
  /** Units of each part, in order; its length is the number of billed parts. Empty for an empty text. */
  readonly segments: number[];
}

/**
 * Measures a text as it would be billed: its encoding, its units and how they fall into parts.
 *
 * One rule decides the encoding of the whole message: GSM 7-bit when every character is in that alphabet, else UCS-2
 * (3GPP TS 23.038). A message of one part takes 160 or 70 units; a longer one loses the header in each part and takes 153
 * or 67 (3GPP TS 23.040 cl. 9.2.3.24.1). Parts are filled greedily and neither an escape pair nor a surrogate pair is cut,
 * so 153 euro signs are three parts although 306 septets would fill two.
 *
 * What is measured is `normalize(text)`, because that is what is sent: `measure(text)` always equals
 * `measure(normalize(text))`, whichever of the two a caller holds.
 *
 * @throws RangeError when `headerOctets` is not a whole number from 0 to 136.
 * @example
 * measure('Dzień dobry') // { encoding: 'ucs2', units: 11, segments: [11] }
 * measure('€'.repeat(153)) // { encoding: 'gsm7', units: 306, segments: [152, 152, 2] }
 */
export function measure(text: string, options?: PartOptions): Measure {
  const scanned = scan(text);
  if ((traitsOf(scanned) & UNSETTLED) === 0) return measureSettled(text, scanned, options);
  const settled = normalize(text);
  return measureSettled(settled, scan(settled), options);
}

function measureSettled(text: string, scanned: number, options: PartOptions | undefined): Measure {
  const traits = traitsOf(scanned);
  if ((traits & WIDE) === 0) {
    const units = text.length + extensionsOf(scanned);
    return { encoding: 'gsm7', units, segments: gsmSegments(text, units, options) };
  }
  // Past normalisation an unsettled character is only one that the table does not vouch for.
  const mayHoldPairs = (traits & (SURROGATE | UNSETTLED)) !== 0;
  return { encoding: 'ucs2', units: text.length, segments: wideSegments(text, mayHoldPairs, options) };
}

function gsmSegments(text: string, units: number, options: PartOptions | undefined): number[] {
  const capacity = partCapacity('gsm7', options);
  if (units <= SINGLE_PART_UNITS.gsm7) return units === 0 ? [] : [units];
  if (units === text.length) return evenSegments(units, capacity);
  const segments = [];
  let filled = 0;
  for (let at = 0; at < text.length; at++) {
    const septets = septetsAt(text, at);
    if (filled + septets > capacity) {
      segments.push(filled);
      filled = 0;
    }
    filled += septets;
  }
  segments.push(filled);
  return segments;
}

function wideSegments(text: string, mayHoldPairs: boolean, options: PartOptions | undefined): number[] {
  const capacity = partCapacity('ucs2', options);
  if (text.length <= SINGLE_PART_UNITS.ucs2) return [text.length];
  if (!mayHoldPairs) return evenSegments(text.length, capacity);
  let end = cutBefore(text, capacity);
  const segments = [end];
  while (end < text.length) {
    const start = end;
    end = cutBefore(text, Math.min(start + capacity, text.length));
    segments.push(end - start);
  }
  return segments;
}

/** The end of a part, one unit earlier where it would cut a surrogate pair. */
function cutBefore(text: string, end: number): number {
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}

/** For units that need more than one part and where no pair can be cut. */
function evenSegments(units: number, capacity: number): number[] {
  const segments = [capacity];
  let left = units - capacity;
  for (; left > capacity; left -= capacity) segments.push(capacity);
  segments.push(left);
  return segments;
}

/**
 * Cuts a text into the parts that `measure` counts: joined they give `normalize(text)`, and each is one radio message of
 * at most 140 octets with its header. An empty text has no parts.
 *
 * @throws RangeError when `headerOctets` is not a whole number from 0 to 136.
 * @example
 * split('a'.repeat(161)).map((part) => part.length) // [153, 8]
 */
export function split(text: string, options?: PartOptions): string[] {
  const settled = normalize(text);
  const { encoding, segments } = measure(settled, options);
  let start = 0;
  return segments.map((units) => {
    let end = start + units;
    if (encoding === 'gsm7')
      for (let septets = 0, at = start; septets < units; end = ++at) septets += septetsAt(settled, at);
    const part = settled.slice(start, end);
    start = end;
    return part;
  });
}
