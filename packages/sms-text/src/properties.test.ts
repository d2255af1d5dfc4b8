import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, gsmText, headerOctets } from '../test/texts.ts';
import { explain, gsmSeptets, measure, normalize, removeEmoji, split, toGsm } from './index.ts';

/** The standard read aloud: no tables, no short cuts, one character after another. */
function measureNaively(text: string, header: number): ReturnType<typeof measure> {
  const characters = Array.from(normalize(text));
  const gsm = characters.every((character) => gsmSeptets(character) > 0);
  const costs = characters.map((character) => (gsm ? gsmSeptets(character) : character.length));
  const units = costs.reduce<number>((sum, cost) => sum + cost, 0);
  const [single, several] = gsm ? [160, Math.floor(((140 - header) * 8) / 7)] : [70, Math.floor((140 - header) / 2)];
  const encoding = gsm ? 'gsm7' : 'ucs2';
  if (units === 0) return { encoding, units, segments: [] };
  if (units <= single) return { encoding, units, segments: [units] };
  const segments = [0];
  for (const cost of costs) {
    const filled = segments.at(-1) ?? 0;
    if (filled + cost > several) segments.push(cost);
    else segments[segments.length - 1] = filled + cost;
  }
  return { encoding, units, segments };
}

/** Octets of user data: 7-bit septets are packed behind the header, filled up to a septet border. */
function octetsOf(part: string, gsm: boolean, header: number): number {
  if (!gsm) return header + part.length * 2;
  const septets = Array.from(part).reduce((sum, character) => sum + gsmSeptets(character), 0);
  return Math.ceil(((Math.ceil((header * 8) / 7) + septets) * 7) / 8);
}

describe('measure', () => {
  it('agrees with a naive reading of the standard', () => {
    fc.assert(
      fc.property(anyText, headerOctets, (text, header) => {
        expect(measure(text, { headerOctets: header })).toEqual(measureNaively(text, header));
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with it around the length where the scratch buffer ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2040, max: 2056 }),
        fc.constantFrom('', 'ł', '€', '\r\n', '\u0301', '\uD83D', '😀'),
        (length, last) => {
          const text = 'a'.repeat(length) + last;
          expect(measure(text)).toEqual(measureNaively(text, 6));
        },
      ),
    );
  });

  it('gives the same for a text and for the normalised text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(measure(normalize(text))).toEqual(measure(text));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a fresh list of segments every time', () => {
    const first = measure('a'.repeat(200));
    first.segments.push(1);
    expect(measure('a'.repeat(200)).segments).toEqual([153, 47]);
  });

  it.each([-1, 137, 6.5, Number.NaN])('refuses a header of %d octets', (octets) => {
    expect(() => measure('ą'.repeat(100), { headerOctets: octets })).toThrow(RangeError);
    expect(() => measure('a', { headerOctets: octets })).toThrow(RangeError);
  });
});

describe('split', () => {
  it('loses nothing, cuts no pair, and keeps every part within 140 octets', () => {
    fc.assert(
      fc.property(anyText, headerOctets, (text, header) => {
        const parts = split(text, { headerOctets: header });
        const { encoding, segments } = measure(text, { headerOctets: header });
        const gsm = encoding === 'gsm7';
        expect(parts.join('')).toBe(normalize(text));
        expect(parts.every((part) => part.isWellFormed())).toBe(true);
        const sizes = parts.map((part) =>
          gsm ? Array.from(part).reduce((sum, character) => sum + gsmSeptets(character), 0) : part.length,
        );
        expect(sizes).toEqual(segments);
        const octets = parts.map((part) => octetsOf(part, gsm, parts.length > 1 ? header : 0));
        expect(octets.filter((count) => count > 140)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('normalize', () => {
  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\r\u2028\u2029\u200B\uFEFF]/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toGsm', () => {
  it('is normalised, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const converted = toGsm(text);
        expect(normalize(converted)).toBe(converted);
        expect(toGsm(converted)).toBe(converted);
      }),
      { numRuns: 1000 },
    );
  });

  it('touches no text that is GSM already', () => {
    fc.assert(
      fc.property(gsmText, (text) => {
        expect(toGsm(text)).toBe(text);
      }),
    );
  });

  it('leaves in Unicode only what it has no replacement for', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(explain(toGsm(text)).filter(({ replacement }) => replacement !== null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('explain', () => {
  it('is silent exactly when the message is GSM', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(explain(text).length === 0).toBe(measure(text).encoding === 'gsm7');
      }),
      { numRuns: 1000 },
    );
  });

  it('names disjoint places in order, each holding the character it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { character, codePoint, index, length } of explain(text)) {
          expect(index).toBeGreaterThanOrEqual(end);
          end = index + length;
          expect(normalize(text.slice(index, end))).toBe(normalize(character));
          expect(character.codePointAt(0)).toBe(codePoint);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('with all replacements put in gives what toGsm gives', () => {
    fc.assert(
      // A lone CR would join with a replacement that begins with LF, and be one line end less.
      fc.property(
        anyText.map((text) => text.replaceAll(/\r(?!\n)/gu, '\n')),
        (text) => {
          const wellFormed = text.toWellFormed();
          const replaced = explain(text).reduceRight(
            (all, { index, length, character, replacement }) =>
              all.slice(0, index) + (replacement ?? character) + all.slice(index + length),
            wellFormed,
          );
          expect(normalize(replaced)).toBe(toGsm(text));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('removeEmoji', () => {
  it('leaves a text without emoji as normalize does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(removeEmoji(text)).toBe(normalize(text));
      }),
    );
  });
});
