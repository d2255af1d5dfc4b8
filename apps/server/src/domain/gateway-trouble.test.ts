import { expect, it } from 'vitest';
import { isOver } from './gateway-trouble.ts';

const before = new Date('2026-11-30T10:00:00Z');
const lastAt = new Date('2026-11-30T10:30:00Z');
const after = new Date('2026-11-30T10:31:00Z');

it.each([
  ['send', 'smsapi_101', 'account', after, true],
  ['test', 'smsapi_999', null, after, true],
  ['reports', 'gateway_too_slow', null, after, true],
  ['send', 'smsapi_103', 'balance', after, false],
  ['inbound', 'smsapi_401', null, after, false],
  ['send', 'smsapi_101', 'account', before, false],
  ['send', 'smsapi_101', 'account', null, false],
] as const)(
  '%s that failed with %s, provable by %s, account seen %s: over %s',
  (operation, code, proof, seen, over) => {
    expect(isOver({ operation, code, lastAt }, proof, seen)).toBe(over);
  },
);
