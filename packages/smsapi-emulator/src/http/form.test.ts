import { describe, expect, it } from 'vitest';
import { parseRequest } from './body.ts';
import { flagOf, integerOf, listOf, textOf } from './fields.ts';
import { parseForm } from './form.ts';

const form = (raw: string, charset = 'utf-8') => parseForm(raw, charset);
const FORM = 'application/x-www-form-urlencoded';

describe('a form', () => {
  it('decodes escapes and plus signs', () => {
    const fields = form('message=Za%C5%BC%C3%B3%C5%82%C4%87+g%C4%99%C5%9Bl%C4%85&a=1%2B1&empty=&bare');
    expect(textOf(fields, 'message')).toBe('Zażółć gęślą');
    expect(textOf(fields, 'a')).toBe('1+1');
    expect(textOf(fields, 'empty')).toBe('');
    expect(textOf(fields, 'bare')).toBe('');
  });

  it.each([
    ['windows-1250', 'Za%BF%F3%B3%E6', 'Zażółć'],
    ['iso-8859-2', 'Za%BF%F3%B3%E6', 'Zażółć'],
    ['windows-1251', '%CF%F0%E8%E2%E5%F2', 'Привет'],
    ['utf-8', '%zz100%', '%zz100%'],
    ['utf-8', '%ff', '\uFFFD'],
  ])('reads bytes in %s: %s', (charset, raw, text) => {
    expect(textOf(form(`message=${raw}`, charset), 'message')).toBe(text);
  });

  it('puts bracketed values together by their index', () => {
    expect(listOf(form('idx[0]=a&idx[1]=b'), 'idx')).toEqual(['a', 'b']);
    expect(listOf(form('idx[1]=b&idx[0]=a'), 'idx')).toEqual(['a', 'b']);
    expect(listOf(form('idx[]=a&idx[]=b'), 'idx')).toEqual(['a', 'b']);
    expect(listOf(form('idx%5B0%5D=any'), 'idx')).toEqual(['any']);
    expect(form('fallback[0][type]=vms&fallback[0][n]=1').get('fallback')).toEqual([{ type: 'vms', n: '1' }]);
  });

  it('is not fooled by names of object properties', () => {
    const fields = form('__proto__[x]=1&constructor=2');
    expect(textOf(fields, 'constructor')).toBe('2');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('values', () => {
  it.each([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['yes', true],
    ['on', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['', false],
    [null, false],
    ['no', false],
  ])('%j is the flag %s', (value, flag) => {
    expect(flagOf(new Map([['test', value]]), 'test')).toBe(flag);
  });

  it('reads lists joined with a bar, as arrays and as JSON numbers', () => {
    expect(listOf(new Map([['idx', 'a|b']]), 'idx')).toEqual(['a', 'b']);
    expect(listOf(new Map([['idx', ['a', 7]]]), 'idx')).toEqual(['a', '7']);
    expect(listOf(new Map([['idx', 12]]), 'idx')).toEqual(['12']);
    expect(listOf(new Map(), 'idx')).toBeNull();
  });

  it('tells an absent number from a wrong one', () => {
    expect(integerOf(new Map(), 'max_parts')).toBeNull();
    expect(integerOf(new Map([['max_parts', '6']]), 'max_parts')).toBe(6);
    expect(integerOf(new Map([['max_parts', 'six']]), 'max_parts')).toBeNaN();
  });
});

const parse = (query: string, type: string, body: string) =>
  parseRequest(query, type, Buffer.from(body, 'latin1'), 'utf-8');

describe('a request', () => {
  it('takes query and body together and lets the body win', () => {
    const { fields } = parse('format=json&to=1', FORM, 'to=2&message=x');
    expect([textOf(fields, 'format'), textOf(fields, 'to')]).toEqual(['json', '2']);
  });

  it('takes JSON with the format in the query, as the Go client sends it', () => {
    const { fields } = parse('format=json', 'application/json', '{"to":"48500100200","test":true}');
    expect([textOf(fields, 'format'), flagOf(fields, 'test')]).toEqual(['json', true]);
  });

  it('finds no fault in an empty JSON body', () => {
    expect(parse('', 'application/json', '')).toEqual({ fields: new Map(), malformed: false });
  });

  it.each(['{', '[]', '"text"', 'null'])('calls the JSON body %s malformed', (body) => {
    expect(parse('a=1', 'application/json', body).malformed).toBe(true);
  });

  it('decodes the whole form by its own encoding field, wherever that stands', () => {
    expect(textOf(parse('', FORM, 'message=%B9%EA&encoding=windows-1250').fields, 'message')).toBe('ąę');
    expect(textOf(parse('encoding=windows%2D1250', FORM, 'message=%B9%EA').fields, 'message')).toBe('ąę');
  });

  it('reads bare bytes too, as old clients send them', () => {
    expect(textOf(parse('', FORM, 'encoding=windows-1250&message=\xb9\xea').fields, 'message')).toBe('ąę');
  });
});
