import { describe, expect, it } from 'vitest';
import { countOf, formatAmount, formatCount, formatPoints, formatShare, formatZloty, nouns } from './numbers.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1842, '1 842'],
    [1_000_000, '1 000 000'],
  ])('writes the count %d as %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each([
    [0, '0,00'],
    [1, '0,0001'],
    [1500, '0,15'],
    [1650, '0,165'],
    [3_025_500, '302,55'],
    [10_000_000, '1 000,00'],
    [-5000, '-0,50'],
  ])('writes %d ten-thousandths as %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });

  it('names the unit of money', () => {
    expect([formatZloty(3_025_500), formatPoints(1500)]).toEqual(['302,55 zł', '0,15 pkt']);
  });

  it.each([
    [257, 294, '87,4%'],
    [1, 1, '100,0%'],
    [0, 0, '–'],
  ])('writes %d of %d as %s', (part, whole, text) => {
    expect(formatShare(part, whole)).toBe(text);
  });

  it.each([
    [0, '0 wiadomości', '0 części'],
    [1, '1 wiadomość', '1 część'],
    [2, '2 wiadomości', '2 części'],
    [5, '5 wiadomości', '5 części'],
  ])('puts nouns after %d into the right form', (value, message, part) => {
    expect([countOf(value, nouns.message), countOf(value, nouns.part)]).toEqual([message, part]);
  });

  it.each([
    [1, '1 wiersz'],
    [4, '4 wiersze'],
    [5, '5 wierszy'],
    [12, '12 wierszy'],
    [14, '14 wierszy'],
    [22, '22 wiersze'],
    [112, '112 wierszy'],
    [1122, '1 122 wiersze'],
  ])('knows the three forms of a noun: %d', (value, text) => {
    expect(countOf(value, nouns.row)).toBe(text);
  });
});
