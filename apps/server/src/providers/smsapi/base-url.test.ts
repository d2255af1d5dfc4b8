import { describe, expect, it } from 'vitest';
import { allowsBaseUrl } from './base-url.ts';

describe('allowsBaseUrl', () => {
  it.each([
    'https://api.smsapi.pl/',
    'https://API.SMSAPI.PL',
    'https://api.smsapi.pl:443/',
    'https://api2.smsapi.pl/',
    'https://api.smsapi.com/',
    'https://smsapi.io/api',
    'http://127.0.0.1:8089/',
    'http://127.9.9.9:1/',
    'http://localhost:8089/',
    'http://[::1]:8089/',
    'http://2130706433:8089/', // the URL parser writes it as 127.0.0.1
  ])('lets a token go to %s', (address) => {
    expect(allowsBaseUrl(new URL(address))).toBe(true);
  });

  it.each([
    'http://api.smsapi.pl/', // not encrypted
    'https://api.smsapi.pl:8443/',
    'https://api.smsapi.pl.example.com/',
    'https://evil-api.smsapi.pl.example/',
    'https://api.smsapi.pl@example.com/',
    'https://user:secret@api.smsapi.pl/',
    'https://api.smsapi.pl/?to=example.com',
    'https://api.smsapi.pl/#x',
    'https://example.com/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.10:8089/',
    'http://0.0.0.0:8089/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://[::ffff:10.0.0.1]/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'https://аpi.smsapi.pl/', // the first letter is Cyrillic
  ])('keeps a token from %s', (address) => {
    expect(allowsBaseUrl(new URL(address))).toBe(false);
  });
});
