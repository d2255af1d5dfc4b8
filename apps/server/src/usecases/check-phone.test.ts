import { describe, expect, it } from 'vitest';
import { checkPhone } from './check-phone.ts';

describe('a number that is being typed', () => {
  it.each([
    ['', null, null, null],
    ['501 234 567', '+48501234567', null, null],
    ['22 123 45 67', '+48221234567', null, 'not_mobile'],
    ['+49 1512 3456789', '+4915123456789', null, 'country_not_enabled'],
    ['501 234 56', null, 'digit_missing', null],
    ['501 234 567, 502 234 567', null, 'several_numbers', null],
  ])('%j is %j, fault %j, notice %j', (typed, phone, fault, notice) => {
    const checked = checkPhone(typed);
    expect([checked.phone, checked.fault?.code ?? null, checked.notice?.code ?? null]).toEqual([phone, fault, notice]);
  });
});
