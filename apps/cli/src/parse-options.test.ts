import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseCampaignRef } from './api/campaign-ref.ts';
import { collectIds, parseAmount, parseCount, parseSeconds } from './parse-options.ts';

describe('options', () => {
  it.each([
    ['0,165', 1650],
    ['0.165', 1650],
    ['1', 10_000],
    ['12,0001', 120_001],
  ])('reads the amount %s as %d ten-thousandths', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', '1,23456', '-1', '1 000', '1e3', 'x'])('refuses the amount %j', (text) => {
    expect(() => parseAmount(text)).toThrow(InvalidArgumentError);
  });

  it.each(['0', '-1', '1.5', '0x10', '', '1000000000'])('refuses the count %j', (text) => {
    expect(() => parseCount(text)).toThrow(InvalidArgumentError);
  });

  it('reads seconds as milliseconds', () => {
    expect(parseSeconds('60')).toBe(60_000);
  });

  it('collects ids from repeated options and lists', () => {
    expect(collectIds('5, 8', collectIds('3'))).toEqual(['3', '5', '8']);
    expect(() => collectIds('3,x')).toThrow(InvalidArgumentError);
  });

  it.each(['12', 'last'])('takes %s for a campaign', (text) => {
    expect(parseCampaignRef(text)).toBe(text);
  });

  it.each(['0', 'ostatnia', '../1'])('does not take %s for a campaign', (text) => {
    expect(() => parseCampaignRef(text)).toThrow(InvalidArgumentError);
  });
});
