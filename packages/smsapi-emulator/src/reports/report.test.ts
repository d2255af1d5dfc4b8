import { describe, expect, it } from 'vitest';
import type { Message } from '../state/store.ts';
import { reportFields, reportUrl, type Report } from './report.ts';

const message = (id: string, number: string, idx: string | null): Message => ({
  id,
  number,
  submitted: number,
  from: 'Test',
  idx,
  text: 'Dzień dobry',
  parts: 1,
  price: 1_500,
  acceptedAt: 1_625_650_925_000,
  sendAt: 1_625_650_925_000,
  validForMs: 72 * 3_600_000,
  reportUrl: null,
  held: null,
  plan: [],
  status: 409,
  channel: 'sms',
  attachment: null,
  landedAt: null,
  nextStep: 0,
  told: 0,
});

const report = (id: string, number: string, code = 404, idx: string | null = null): Report => ({
  url: 'http://x/',
  id,
  step: 0,
  fields: reportFields(message(id, number, idx), code, 1_625_650_938_000, 'emulator'),
});

const query = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('a report', () => {
  it('carries the documented fields', () => {
    const url = reportUrl('http://127.0.0.1/dlr', [report('6', '48500100200', 404, 'g1-a')], 'full');
    expect(query(url)).toEqual({
      MsgId: '6',
      status: '404',
      status_name: 'DELIVERED',
      idx: 'g1-a',
      donedate: '1625650938',
      sent_at: '1625650925',
      points: '0.15',
      to: '48500100200',
      from: 'Test',
      username: 'emulator',
      mcc: '260',
      mnc: expect.stringMatching(/^[1236]$/),
    });
  });

  it('has no final moment before the end', () => {
    expect(report('6', '48500100200', 403).fields.donedate).toBe('0');
  });

  it.each([
    ['http://h/p?secret=a%2Cb&x=1', 'http://h/p?secret=a%2Cb&x=1&MsgId=6&'],
    ['http://h/p', 'http://h/p?MsgId=6&'],
    ['http://h/p#part', 'http://h/p?MsgId=6&'],
  ])('keeps the own query of %s', (url, beginning) => {
    expect(reportUrl(url, [report('6', '48500100200')], 'full').startsWith(beginning)).toBe(true);
  });

  it('puts several into comma lists, cut as the switch says', () => {
    const two = [report('6', '48500100200', 404, 'a'), report('7', '48500100201', 405)];
    const shown = (lists: 'full' | 'username' | 'equal') => query(reportUrl('http://h/', two, lists));
    expect(shown('full')).toMatchObject({ MsgId: '6,7', status: '404,405', idx: 'a,', username: 'emulator,emulator' });
    expect(shown('username')).toMatchObject({ MsgId: '6,7', from: 'Test,Test', username: 'emulator' });
    expect(shown('equal')).toMatchObject({
      MsgId: '6,7',
      status: '404,405',
      from: 'Test',
      points: '0.15',
      username: 'emulator',
    });
  });
});
