import { describe, expect, it } from 'vitest';
import { nipFaultOf } from './nip-fault.ts';

describe('the NIP of a contractor', () => {
  it.each([
    ['123', 'nip_too_few_digits'],
    ['52521244589', 'nip_too_many_digits'],
    ['525-234-40-79', 'nip_check_digit'],
    ['1111111111', 'nip_repeated_digit'],
    ['1,23457E+09', 'nip_damaged'],
    ['5250O07738', 'nip_not_digits'],
  ])('%j is remarked: %s', (typed, code) => expect(nipFaultOf(typed)?.code).toBe(code));

  it.each(['', 'brak', '525-234-40-78', 'PL 5252344078', 'DE123456789'])('%j is not', (typed) =>
    expect(nipFaultOf(typed)).toBeNull(),
  );
});
