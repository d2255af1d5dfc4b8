import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralizeMacros, neutralizeParam } from './macros.ts';

const troubleText = fc.string({ unit: fc.constantFrom('[', '%', ']', '1', '2', 'a', '[%1%]', '[%2%]', '(', ')') });

function septets(text: string): number {
  return text.length + text.replaceAll(/[^[\]]/g, '').length;
}

describe('neutralizeMacros', () => {
  it.each([
    ['Promocja 50%', 'Promocja 50%'],
    ['Rabat [10%] i (5%)', 'Rabat [10%) i (5%)'],
    ['[%idzdo:http://zly.example%]', '(%idzdo:http://zly.example%)'],
    ['[%goto:http://zly.example%]', '(%goto:http://zly.example%)'],
    ['[%1%]', '(%1%)'],
    ['[%1]', '(%1]'],
    ['[%]', '(%)'],
    ['[[%%]]', '[(%%)]'],
    ['[%[%kod%]%]', '(%(%kod%)%)'],
    ['[a] b [c]', '[a] b [c]'],
    ['', ''],
  ])('turns %j into %j', (given, expected) => {
    expect(neutralizeMacros(given)).toBe(expected);
  });

  it('leaves no opening or closing of a macro, changes nothing the second time and never grows', () => {
    fc.assert(
      fc.property(troubleText, (text) => {
        const safe = neutralizeMacros(text);
        expect(safe).not.toMatch(/\[%|%\]/);
        expect(neutralizeMacros(safe)).toBe(safe);
        expect(safe).toHaveLength(text.length);
        expect(septets(safe)).toBeLessThanOrEqual(septets(text));
      }),
    );
  });

  it.each([
    ['Witaj [%1%], kod [%2%]', 1, 'Witaj [%1%], kod (%2%)'],
    ['Witaj [%1%], kod [%2%]', 2, 'Witaj [%1%], kod [%2%]'],
    ['[[%1%]]', 1, '([%1%])'],
    ['[%1%][%2%]', 2, '[%1%][%2%]'],
    ['[%1] [%kod%] [%1%]', 1, '(%1] (%kod%) [%1%]'],
    [']a[%1%]b[', 1, ']a[%1%]b['],
  ])('turns %j with %d params into %j', (given, keepParams, expected) => {
    expect(neutralizeMacros(given, { keepParams })).toBe(expected);
  });

  it('changes nothing the second time when placeholders are kept', () => {
    fc.assert(
      fc.property(troubleText, fc.integer({ min: 1, max: 4 }), (text, keepParams) => {
        const safe = neutralizeMacros(text, { keepParams });
        expect(neutralizeMacros(safe, { keepParams })).toBe(safe);
      }),
    );
  });
});

describe('neutralizeParam', () => {
  it('lets no values, wherever the text puts them, build a macro', () => {
    fc.assert(
      fc.property(troubleText, fc.array(troubleText, { minLength: 2, maxLength: 2 }), (text, values) => {
        const expanded = values
          .map(neutralizeParam)
          .reduce(
            (sum, value, at) => sum.replaceAll(`[%${at + 1}%]`, () => value),
            neutralizeMacros(text, { keepParams: 2 }),
          );
        expect(expanded).not.toMatch(/\[%|%\]/);
      }),
      { numRuns: 2000 },
    );
  });
});
