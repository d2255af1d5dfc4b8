import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, parsePoints, pointsOf } from './points.ts';

describe('parsePoints', () => {
  it.each([
    ['0.1650', 1650],
    ['0.165', 1650],
    ['0.3000', 3000],
    ['0.086', 860],
    ['12', 120_000],
    ['.5', 5000],
    ['7.', 70_000],
    ['+1.5', 15_000],
    ['-0.0005', -5],
    ['0', 0],
    ['-0', 0],
    ['00012.5', 125_000],
    [' 100.00 ', 1_000_000],
    ['1e2', 1_000_000],
    ['1.65E-1', 1650],
    ['0.16505', 1651],
    ['0.16504', 1650],
    ['-0.16505', -1651],
    ['0.30000000000000004', 3000],
    ['0.07349999999999999', 735],
    [0.1, 1000],
    [0.07, 700],
    [0.0735, 735],
    [1.005, 10_050],
    [1e-7, 0],
    [8_000_000, 80_000_000_000],
    ['900719925474.0991', Number.MAX_SAFE_INTEGER],
  ])('reads %j as %d ten-thousandths', (given, expected) => {
    expect(parsePoints(given)).toBe(expected);
  });

  it.each([
    [''],
    [' '],
    ['.'],
    ['-'],
    ['e5'],
    ['0,1650'],
    ['1 000'],
    ['1.2.3'],
    ['0x10'],
    ['Infinity'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['900719925474.0992'],
    ['1e99'],
    ['9'.repeat(10_000)],
    [null],
    [undefined],
    [true],
    [['1']],
    [{}],
  ])('says null to %j', (given) => {
    expect(parsePoints(given)).toBeNull();
  });

  it('reads back everything formatPoints writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(parsePoints(formatPoints(pointsOf(amount)))).toBe(amount);
      }),
    );
  });

  it('agrees with a sum made in integers, where floats would drift', () => {
    const hundred = Array.from({ length: 100 }, () => Number(parsePoints('0.0735')));
    expect(hundred.reduce((sum, each) => sum + each, 0)).toBe(parsePoints('7.35'));
  });
});

describe('formatPoints', () => {
  it.each([
    [0, '0.0000'],
    [1, '0.0001'],
    [1650, '0.1650'],
    [10_000, '1.0000'],
    [-12_345, '-1.2345'],
    [Number.MAX_SAFE_INTEGER, '900719925474.0991'],
  ])('writes %d as %s', (amount, expected) => {
    expect(formatPoints(pointsOf(amount))).toBe(expected);
  });
});

describe('pointsOf', () => {
  it.each([[0.5], [Number.NaN], [2 ** 53]])('refuses %d, which is no whole number of ten-thousandths', (amount) => {
    expect(() => pointsOf(amount)).toThrow(RangeError);
  });
});
