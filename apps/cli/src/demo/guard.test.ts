import { describe, expect, it } from 'vitest';
import { requireEmulator } from './guard.ts';

const baseUrl = 'http://127.0.0.1:8089/';

describe('a demonstration', () => {
  it('goes through an emulator', () => {
    expect(requireEmulator({ baseUrl, emulator: true, token: 'stored' })).toBeUndefined();
  });

  it.each([baseUrl, 'https://api.smsapi.pl/'])('never goes through %s where no emulator answers', (address) => {
    expect(() => requireEmulator({ baseUrl: address, emulator: false, token: 'stored' })).toThrow(
      'tylko przez emulator',
    );
  });

  it.each(['missing', 'unreadable'] as const)('needs a token: %s', (token) => {
    expect(() => requireEmulator({ baseUrl, emulator: true, token })).toThrow('nie ma tokenu');
  });
});
