import { describe, expect, it } from 'vitest';
import { requireEmulator } from './guard.ts';

describe('a demonstration', () => {
  it.each(['http://127.0.0.1:8089/', 'http://localhost:8089', 'http://[::1]:8089/', 'http://127.1.2.3/'])(
    'goes through %s',
    (baseUrl) => {
      expect(requireEmulator({ baseUrl, token: 'stored' })).toBeUndefined();
    },
  );

  it.each([
    'https://api.smsapi.pl/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://127.0.0.1@api.smsapi.pl/',
    'http://10.0.0.1/',
    'nonsense',
  ])('never goes through %s', (baseUrl) => {
    expect(() => requireEmulator({ baseUrl, token: 'stored' })).toThrow('tylko przez emulator');
  });

  it.each(['missing', 'unreadable'] as const)('needs a token: %s', (token) => {
    expect(() => requireEmulator({ baseUrl: 'http://127.0.0.1:1', token })).toThrow('nie ma tokenu');
  });
});
