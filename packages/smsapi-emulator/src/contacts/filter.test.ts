import { describe, expect, it } from 'vitest';
import { equalsAny, filterValues, likeAny, onAnyDay } from './filter.ts';

describe('the values of a filter', () => {
  it.each([
    ['Anna', ['Anna']],
    ['Anna,Ewa, Jan', ['Anna', 'Ewa', 'Jan']],
    [
      ['Anna', 'Ewa'],
      ['Anna', 'Ewa'],
    ],
    [48500100200, ['48500100200']],
    ['between(2022-06-24, 2022-06-25),lt(2000-01-01)', ['between(2022-06-24, 2022-06-25)', 'lt(2000-01-01)']],
    ['', []],
    [undefined, []],
    [{ a: 1 }, []],
  ])('in %j are %j', (given, values) => {
    expect(filterValues(given)).toEqual(values);
  });
});

describe('a filter by name', () => {
  it.each([
    ['klienci', 'Stali klienci', true],
    ['eq(klienci)', 'Stali klienci', false],
    ['eq(Klienci)', 'klienci', false],
    ['eqi(Klienci)', 'klienci', true],
    ['obcy', 'Stali klienci', false],
  ])('%s on the group "%s" says %s', (given, name, verdict) => {
    expect(likeAny([given])(name)).toBe(verdict);
    expect(likeAny(['zzz', given])(name)).toBe(verdict);
  });

  it.each([
    ['anna', 'Anna', true],
    ['ann', 'Anna', false],
    ['eq(anna)', 'Anna', false],
    ['anna', undefined, false],
  ])('%s on the contact "%s" says %s', (given, value, verdict) => {
    expect(equalsAny([given])(value)).toBe(verdict);
  });
});

describe('a filter by day', () => {
  const day = '2022-06-24';

  it.each([
    ['2022-06-24', true],
    ['2022-06-25', false],
    ['lt(2022-06-24)', false],
    ['lt(2022-06-25)', true],
    ['lte(2022-06-24)', true],
    ['lte(2022-06-23)', false],
    ['gt(2022-06-24)', false],
    ['gt(2022-06-23)', true],
    ['gte(2022-06-24)', true],
    ['gte(2022-06-25)', false],
    ['between(2022-06-24, 2022-06-25)', true],
    ['between(2022-06-23,2022-06-24)', true],
    ['between(2022-06-25, 2022-06-26)', false],
    ['between(2022-06-01, 2022-06-23)', false],
  ])('%s says %s', (given, verdict) => {
    expect(onAnyDay([given])?.(day)).toBe(verdict);
  });

  it('is content with any of several', () => {
    const test = onAnyDay(['2000-01-01', 'gt(2022-01-01)']);
    expect([test?.('2000-01-01'), test?.(day), test?.('2010-01-01')]).toEqual([true, true, false]);
  });

  it.each(['lt(2022-06-24)', 'lte(2022-06-24)', 'gt(2022-06-24)', 'gte(2022-06-24)', 'between(2000-01-01,2030-01-01)'])(
    '%s passes over somebody whose birthday is not known',
    (given) => {
      expect(onAnyDay([given])?.(undefined)).toBe(false);
    },
  );

  it.each([
    'soon',
    '2022-13-01',
    'lt()',
    'near(2022-06-24)',
    'between(2022-06-24)',
    'lt(2022-06-24,2022-06-25)',
    'between(a,b)',
  ])('does not understand %s', (given) => {
    expect(onAnyDay([day, given])).toBeNull();
  });
});
