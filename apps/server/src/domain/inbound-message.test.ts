import { describe, expect, it } from 'vitest';
import { barInbound, readSender } from './inbound-message.ts';

describe('the sender of a text', () => {
  it.each([
    ['48501234567', '+48501234567'],
    ['+48501234567', '+48501234567'],
    ['0048501234567', '+48501234567'],
    ['501234567', '+48501234567'],
    ['+48 501 234 567', '+48501234567'],
    ['420601234567', '+420601234567'],
    ['INFO', null],
    ['7055', null],
    ['', null],
    ['0', null],
    ['48501234567,48501234568', null],
  ])('%s is %s', (sender, phone) => {
    expect(readSender(sender)).toBe(phone);
  });
});

describe('what a person may do with a reply', () => {
  const phone = '+48501234567';
  it.each([
    ['to_read', phone, null, null],
    ['read', phone, 'inbound_handled', null],
    ['withdrawn', phone, 'inbound_handled', 'inbound_withdrawn'],
    ['to_read', null, null, 'inbound_without_number'],
  ] as const)('%s from %s', (state, from, read, withdraw) => {
    const facts = { state, phone: from };
    expect([barInbound(facts, 'mark_read'), barInbound(facts, 'withdraw_consent')]).toEqual([read, withdraw]);
  });
});
