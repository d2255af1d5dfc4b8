import { describe, expect, it } from 'vitest';
import { formatPhone, isE164, isPolishMobile, maskPhone } from './format.ts';
import { readPhones } from './read-phones.ts';

describe('formatPhone', () => {
  it.each([
    ['501234567', '+48 501 234 567'],
    ['221234567', '+48 22 123 45 67'],
    ['800123456', '+48 800 123 456'],
    ['+420601234567', '+420 601 234 567'],
    ['+4915112345678', '+49 1511 2345678'],
  ])('groups %s as its country does', (cell, expected) => {
    expect(readPhones(cell).numbers.map(({ e164 }) => formatPhone(e164))).toEqual([expected]);
  });
});

describe('maskPhone', () => {
  it.each([
    ['+48501234567', '+48•••••567'],
    ['+420601234567', '+42•••••567'],
    ['48501234567', '•••••567'],
    ['501234567', '•••••567'],
    ['71200', '•••••'],
    ['+4812345', '•••••'],
    ['', '•••••'],
    ['jan@firma.pl', '•••••'],
    ['501 234 567', '•••••'],
  ])('writes %j as %s', (number, expected) => {
    expect(maskPhone(number)).toBe(expected);
  });
});

describe('isPolishMobile', () => {
  it.each([
    ['501234567', true],
    ['22 123 45 67', false],
    ['800 123 456', false],
    ['211123456', false],
    ['fax 501234567', false],
    ['+420601234567', false],
  ])('of %s is %s', (cell, expected) => {
    expect(readPhones(cell).numbers.map(isPolishMobile)).toEqual([expected]);
  });
});

describe('isE164', () => {
  it.each([
    ['+48501234567', true],
    ['48501234567', false],
    ['+48 501 234 567', false],
    ['+0501234567', false],
    ['+4850', false],
    ['+4850123456789012', false],
    ['+48501234567\n', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isE164(text)).toBe(expected);
  });
});
