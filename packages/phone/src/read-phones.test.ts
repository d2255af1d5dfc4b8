import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneFaults, phoneNotes } from './codes.ts';
import { formatPhone, isE164 } from './format.ts';
import { readPhones } from './read-phones.ts';

interface Vector {
  readonly cell: string;
  readonly expected: readonly string[];
  readonly line: number;
}

const VECTORS: readonly Vector[] = readFileSync(new URL('../vectors/cells.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((source, at) => {
    if (source === '' || source.startsWith('#')) return [];
    const [, literal, results] = /^("(?:[^"\\]|\\.)*") =(.*)$/.exec(source) ?? [];
    if (literal === undefined || results === undefined) throw new Error(`line ${at + 1}: cannot read «${source}»`);
    const expected = results.split(' ; ').map((result) => result.trim());
    return [{ cell: String(JSON.parse(literal)), expected: expected.filter((result) => result !== ''), line: at + 1 }];
  });

/** The words of the vector file. */
function told(cell: string): string[] {
  const { numbers, faults } = readPhones(cell);
  return [
    ...numbers.map(({ e164, country, kind, notes }) => [e164, country, kind, notes.join(',')].join(' ').trim()),
    ...faults.map(({ code, suggestion }) => ['!', code, suggestion ?? ''].join(' ').trim()),
  ];
}

describe('readPhones follows vectors/cells.txt', () => {
  it.each(VECTORS)('line $line: $cell', ({ cell, expected }) => {
    expect(told(cell)).toEqual(expected);
  });

  it('which shows every note and every fault', () => {
    const outcomes = VECTORS.map(({ cell }) => readPhones(cell));
    expect(new Set(outcomes.flatMap(({ numbers }) => numbers.flatMap(({ notes }) => notes)))).toEqual(
      new Set(Object.keys(phoneNotes)),
    );
    expect(new Set(outcomes.flatMap(({ faults }) => faults.map(({ code }) => code)))).toEqual(
      new Set(Object.keys(phoneFaults)),
    );
  });
});

describe('readPhones', () => {
  it('keeps the piece of the cell that each number and fault came from', () => {
    const { numbers, faults } = readPhones('tel. 501\u00A0234–567, 6O1234567; 22 123 45 67 (Anna)');
    expect(numbers.map(({ text }) => text)).toEqual(['501 234-567', '22 123 45 67']);
    expect(faults.map(({ text }) => text)).toEqual(['6O1234567']);
  });

  it('takes Poland as the country when told so', () => {
    expect(readPhones('501234567', { country: 'PL' })).toEqual(readPhones('501234567'));
  });
});

const MOBILE_STARTS = ['450', '501', '512', '530', '571', '602', '660', '692', '721', '731', '782', '790', '889'];

/** Uneven digits, so that nothing looks made up. */
const mobile = fc
  .tuple(fc.constantFrom(...MOBILE_STARTS), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([start, one, two]) => `${start}${String(one).padStart(2, '0')}3${String(two).padStart(2, '0')}7`);

const dressed = mobile.chain((digits) => {
  const [first, second, third] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return fc
    .record({
      prefix: fc.constantFrom('', '', '+48', '+48 ', '0048 ', '48', '(+48) ', '0', '0-', '+48(0)'),
      separator: fc.constantFrom('', ' ', '-', '.', '\u00A0', '–', '\u2007', ' - '),
      before: fc.constantFrom('', 'tel. ', 'kom: ', "'", '\u202A', '*'),
      after: fc.constantFrom('', ' (Jan)', ' Kowalski', '\u202C', ' '),
    })
    .map(({ prefix, separator, before, after }) => ({
      e164: `+48${digits}`,
      cell: before + prefix + [first, second, third].join(separator) + after,
    }));
});

describe('a Polish mobile number', () => {
  it('is the same number in any dress', () => {
    fc.assert(
      fc.property(dressed, ({ e164, cell }) => {
        const { numbers, faults } = readPhones(cell);
        expect(faults).toEqual([]);
        expect(numbers.map((number) => [number.e164, number.kind])).toEqual([[e164, 'mobile']]);
      }),
      { numRuns: 500 },
    );
  });

  it('is found among others, in the order of the cell', () => {
    const separators = fc.constantFrom(',', ', ', ';', '; ', '\n', ' / ', ' lub ', ' | ', ' ');
    const several = fc.uniqueArray(mobile, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(several, separators, (numbers, separator) => {
        const read = readPhones(numbers.join(separator));
        expect(read.faults).toEqual([]);
        expect(read.numbers.map(({ e164 }) => e164)).toEqual(numbers.map((digits) => `+48${digits}`));
      }),
      { numRuns: 300 },
    );
  });

  it('reads back from its display form without a remark', () => {
    fc.assert(
      fc.property(dressed, ({ cell }) => {
        for (const { e164, country, kind } of readPhones(cell).numbers)
          expect(readPhones(formatPhone(e164)).numbers).toEqual([
            { e164, country, kind, text: formatPhone(e164), notes: [] },
          ]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...'501234567_601 234 567_+48_48_00_0_22_123_,_;_/_ _\n_(_)_-_.'.split('_'),
    ...'E+08_tel._wew. 12_jan@firma.pl_O_l_brak_*_#_,00_fax_i_\uD83D_\u202E_ł'.split('_'),
  );
  const anyCell = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('gives real numbers, each once, and never throws', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const { numbers, faults } = readPhones(cell);
        const keys = numbers.map(({ e164 }) => e164);
        expect(keys.every(isE164)).toBe(true);
        expect(new Set(keys).size).toBe(keys.length);
        expect(numbers.every(({ text }) => /\d/.test(text))).toBe(true);
        expect(faults.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when it is a long row of digits or a whole page', () => {
    expect(readPhones('501 234 567 60 '.repeat(30)).faults.map(({ code }) => code)).toEqual(['digit_too_many']);
    expect(readPhones('501 234 567, '.repeat(300)).faults.map(({ code }) => code)).toEqual(['not_a_number']);
  });
});
