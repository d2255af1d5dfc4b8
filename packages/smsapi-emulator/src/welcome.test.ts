import { describe, expect, it } from 'vitest';
import { welcome } from './welcome.ts';

const started = { url: 'http://127.0.0.1:8089', token: 'secret', profile: 'calm', points: 1_000 };

describe('the welcome', () => {
  it('names the address, the token, the page and a line to try', () => {
    expect(welcome(started, 'linux')).toMatchInlineSnapshot(`
      "SMSAPI emulator listens on http://127.0.0.1:8089 (profile calm, 1000 points). No message leaves this machine.

        Base address    http://127.0.0.1:8089   in place of https://api.smsapi.pl
        Bearer token    secret
        Phones, faults  http://127.0.0.1:8089/_emulator/
        OpenAPI         http://127.0.0.1:8089/_emulator/openapi.json

        Try it:  curl -H 'Authorization: Bearer secret' http://127.0.0.1:8089/sms.do -d format=json -d to=500100200 -d message=Hello

      Stop it with Ctrl+C.
      "
    `);
  });

  it('quotes as the shells of Windows do', () => {
    expect(welcome(started, 'win32')).toContain('curl -H "Authorization: Bearer secret" http://127.0.0.1:8089/sms.do');
  });
});
