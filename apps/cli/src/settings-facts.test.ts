import { describe, expect, it } from 'vitest';
import type { Gateway } from './api/shapes.ts';
import { settingsFacts } from './settings-facts.ts';

const gateway: Gateway = {
  provider: 'smsapi',
  baseUrl: 'https://api.smsapi.pl/',
  sender: 'Test',
  timeoutMs: 10_000,
  batchSize: 100,
  requestsPerSecond: 10,
  concurrency: 3,
  maxParts: 10,
  pointValue: 10_000,
  lowBalance: null,
  settleAutomatically: true,
  token: 'stored',
  partPrice: 1_500,
  paymentType: 'prepaid',
  accountName: 'firma',
  emulator: false,
  verifiedAt: null,
  pace: { requestsPerSecond: 10, concurrency: 3 },
  lastError: null,
  inbound: { url: 'https://sms.firma.pl/callbacks/smsapi/inbound/x', steps: [] },
  tokenSteps: [],
};
const now = (pace: Gateway['pace']) =>
  settingsFacts({ ...gateway, pace }, (_tone, text) => text).find(([name]) => name === 'Teraz');

describe('the pace in the settings', () => {
  it('is not mentioned while the gateway is asked as often as it may be', () => {
    expect(now({ requestsPerSecond: 10, concurrency: 3 })).toBeUndefined();
  });

  it.each([
    [{ requestsPerSecond: 2.5, concurrency: 1 }, '2,5 na sekundę, równolegle 1: bramka prosi o mniej albo zawodzi'],
    [{ requestsPerSecond: 10, concurrency: 1 }, '10 na sekundę, równolegle 1: bramka prosi o mniej albo zawodzi'],
  ])('%o is told beside what is set', (pace, words) => {
    expect(now(pace)?.[1]).toBe(words);
  });
});
