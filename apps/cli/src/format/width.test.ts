import { describe, expect, it } from 'vitest';
import { formatPhone } from './phone.ts';
import { fit, tidy, widthOf, wrap } from './width.ts';

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['Żółw', 4],
    ['Z\u0307o\u0301łw', 4],
    ['寿司', 4],
    ['a🙂b', 4],
  ])('of %j is %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it.each([
    ['Piekarnia', 9, 'Piekarnia'],
    ['Piekarnia', 8, 'Piekarn…'],
    ['Firma Ćma', 7, 'Firma…'],
    ['寿司寿司', 6, '寿司…'],
    ['ab', 1, '…'],
  ])('fits %j into %d columns as %j', (text, width, shown) => {
    expect(fit(text, width)).toBe(shown);
    expect(widthOf(fit(text, width))).toBeLessThanOrEqual(width);
  });
});

describe('text from files and people', () => {
  it.each([
    ['plain text stays', 'Łódź, ul. Długa 1', 'Łódź, ul. Długa 1'],
    ['colours go', '\u001B[31mczerwony\u001B[0m', 'czerwony'],
    ['a title of the terminal window goes', '\u001B]0;przejęte\u0007nazwa', 'nazwa'],
    ['bare control characters go', 'a\u0000b\u0008c\u009Bd', 'abcd'],
    ['a change of the writing direction goes', 'faktura\u202Efdp.exe', 'fakturafdp.exe'],
    ['line breaks become spaces', 'a\r\nb\tc', 'a b c'],
  ])('%s', (_, text, shown) => {
    expect(tidy(text)).toBe(shown);
  });

  it('keeps line breaks where they are wanted', () => {
    expect(tidy('a\r\nb\rc', 'keep')).toBe('a\nb\nc');
  });
});

describe('wrapping', () => {
  it('breaks between words and leaves a longer word whole', () => {
    expect(wrap('raz dwa trzy nadzwyczajnie', 8)).toEqual(['raz dwa', 'trzy', 'nadzwyczajnie']);
  });

  it('keeps the lines there are', () => {
    expect(wrap('a b\n\nc', 10)).toEqual(['a b', '', 'c']);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+48501234567', '+48 501 234 567'],
    ['+447911123456', '+447911123456'],
    ['+4812345', '+4812345'],
  ])('shows %s as %s', (phone, shown) => {
    expect(formatPhone(phone)).toBe(shown);
  });
});
