import { describe, expect, it } from 'vitest';
import { panelUrl, tokenSteps } from './gateway-panel.ts';

describe('panelUrl', () => {
  it.each([
    ['https://api.smsapi.pl/', 'https://ssl.smsapi.pl/'],
    ['https://api2.smsapi.pl/', 'https://ssl.smsapi.pl/'],
    ['https://api.smsapi.com/', 'https://ssl.smsapi.com/'],
    ['https://api2.smsapi.com/', 'https://ssl.smsapi.com/'],
    ['https://api.smsapi.se/', 'https://ssl.smsapi.se/'],
    ['https://smsapi.io/api', 'https://ssl.smsapi.pl/'],
    ['http://127.0.0.1:8089/', 'http://127.0.0.1:8089/'],
    ['http://localhost:8089/', 'http://localhost:8089/'],
    ['http://[::1]:8089/', 'http://[::1]:8089/'],
  ])('of %s is %s', (baseUrl, panel) => {
    expect(panelUrl(baseUrl)).toBe(panel);
  });
});

describe('tokenSteps', () => {
  it('begin at the panel of the account and advise a token of its own', () => {
    const steps = tokenSteps('https://api.smsapi.com/').map(({ pl }) => pl);
    expect(steps[0]).toContain('https://ssl.smsapi.com/');
    expect(steps.join(' ')).toContain('Nie używaj tokenu innej integracji');
  });
});
