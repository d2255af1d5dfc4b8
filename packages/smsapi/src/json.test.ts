import { describe, expect, it } from 'vitest';
import { parseExactJson } from './json.ts';

describe('parseExactJson', () => {
  it('keeps the digits of an id which no JavaScript number can hold', () => {
    expect(parseExactJson('{"list":[{"id":60123456789012345678}]}')).toEqual({
      list: [{ id: '60123456789012345678' }],
    });
  });

  it('keeps the decimal places of a price as they were written', () => {
    expect(parseExactJson('{"points":0.1650,"more":1.5e-3}')).toEqual({ points: '0.1650', more: '1.5e-3' });
  });

  it('leaves texts, booleans and nulls alone', () => {
    expect(parseExactJson('{"a":"007","b":true,"c":null}')).toEqual({ a: '007', b: true, c: null });
  });

  it.each([[''], ['OK:1:0.07'], ['{"count":1,"list":[{"id":"6'], ['<html></html>'], ['[1,]']])(
    'answers undefined to %j',
    (text) => {
      expect(parseExactJson(text)).toBeUndefined();
    },
  );

  it('does not fall over a body nested deep enough to break recursion', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(() => parseExactJson(deep)).not.toThrow();
  });
});
