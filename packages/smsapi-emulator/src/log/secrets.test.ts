import { describe, expect, it } from 'vitest';
import { hideIn, hideInFields, hideInHeaders } from './secrets.ts';

describe('secrets', () => {
  it.each([
    ['/sms.do?access_token=other&to=48', '/sms.do?access_token=***&to=48'],
    ['username=a&password=b&to=48', 'username=a&password=***&to=48'],
    ['{"to":"48","access_token": "other"}', '{"to":"48","access_token": "***"}'],
    ['anything with my-token inside', 'anything with *** inside'],
    ['nothing to hide', 'nothing to hide'],
  ])('of %j leave %j', (text, left) => {
    expect([hideIn(text, 'my-token'), hideIn(text, 'my-token')]).toEqual([left, left]);
  });

  it('leave of headers only the scheme', () => {
    expect(
      hideInHeaders({ authorization: 'Bearer abc', cookie: 'id=1', accept: '*/*', 'set-cookie': ['a', 'b'] }),
    ).toEqual({ authorization: 'Bearer ***', cookie: '***', accept: '*/*', 'set-cookie': 'a, b' });
  });

  it('are no fields, at any depth, and files are told by their size', () => {
    const fields = new Map<string, unknown>([
      ['to', '48'],
      ['message', 'say my-token'],
      ['password', 'x'],
      ['credentials', { username: 'u', password: 'x' }],
      ['file', { filename: 'a.wav', contentType: 'audio/wav', bytes: Buffer.from('RIFF') }],
    ]);
    expect(hideInFields(fields, 'my-token')).toEqual({
      to: '48',
      message: 'say ***',
      credentials: { username: 'u' },
      file: { filename: 'a.wav', contentType: 'audio/wav', bytes: 4 },
    });
  });
});
