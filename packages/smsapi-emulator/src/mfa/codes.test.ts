import { describe, expect, it } from 'vitest';
import { drawCode, hasCodeMark, looksLikeCode, putCode, verify, type MfaCode } from './codes.ts';

const code = (over: Partial<MfaCode>): MfaCode => ({
  id: 'a',
  number: '48500100200',
  code: '123456',
  expiresAt: 1_000,
  ...over,
});

describe('a one-time code', () => {
  it('has six digits, the first not 0, another one each time, the same for the same seed', () => {
    const drawn = Array.from({ length: 500 }, (_, sequence) => drawCode(7, sequence));
    expect(drawn.every((one) => /^[1-9]\d{5}$/.test(one))).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(490);
    expect(drawCode(7, 3)).toBe(drawn[3]);
  });

  it.each([
    ['123456', true],
    ['012345', true],
    ['12345', false],
    ['1234567', false],
    ['12345a', false],
    ['', false],
  ])('"%s" looks like one: %s', (text, expected) => {
    expect(looksLikeCode(text)).toBe(expected);
  });

  it('is put wherever the text asks for it', () => {
    expect([hasCodeMark('Kod [%code%]'), hasCodeMark('Kod [%kod%]')]).toEqual([true, false]);
    expect(putCode('[%code%] to Twój kod: [%code%], $&', '123456')).toBe('123456 to Twój kod: 123456, $&');
  });

  it.each([
    ['right', [code({})], 999],
    ['expired', [code({})], 1_000],
    ['wrong', [code({ number: '48600100200' })], 0],
    ['wrong', [code({ code: '654321' })], 0],
    ['wrong', [], 0],
    ['right', [code({}), code({ id: 'b', expiresAt: 5_000 })], 2_000],
  ] as const)('is %s', (verdict, codes, now) => {
    expect(verify(codes, '48500100200', '123456', now).verdict).toBe(verdict);
  });
});
