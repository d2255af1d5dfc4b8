import { describe, expect, it } from 'vitest';
import { boundaryOf, fileOf, parseMultipart } from './multipart.ts';

const body = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'));

describe('a multipart body', () => {
  it('carries texts in UTF-8 and files byte by byte', () => {
    const fields = parseMultipart(
      body(
        '--Xy',
        'Content-Disposition: form-data; name="to"',
        '',
        'Zażółć --Xy\r\n--not the boundary',
        '--Xy',
        'Content-Disposition: form-data; name="file"; filename="głos.wav"',
        'Content-Type: audio/wav',
        '',
        'RIFF\u0000\r\n',
        '--Xy--',
        '',
      ),
      'Xy',
    );
    expect(fields?.get('to')).toBe('Zażółć --Xy\r\n--not the boundary');
    const file = fields === null ? null : fileOf(fields, 'file');
    expect([file?.filename, file?.contentType, file?.bytes.toString('latin1')]).toEqual([
      'głos.wav',
      'audio/wav',
      'RIFF\u0000\r\n',
    ]);
    expect(fileOf(new Map([['file', 'http://example.com/a.wav']]), 'file')).toBeNull();
  });

  it('is read as .NET writes it: names without quotes, an empty part where there are no fields', () => {
    const fields = parseMultipart(
      body(
        '--Xy',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Disposition: form-data; name=to',
        '',
        '48',
        '--Xy--',
        '',
      ),
      'Xy',
    );
    expect(fields?.get('to')).toBe('48');
    expect(parseMultipart(body('--Xy', '', '--Xy--', ''), 'Xy')).toEqual(new Map());
  });

  it.each([
    ['has no boundary in it', body('to=48500100200')],
    ['is cut off', body('--Xy', 'Content-Disposition: form-data; name="to"', '', '4850')],
    ['has a part without a name', body('--Xy', 'Content-Disposition: form-data', '', 'a', '--Xy--')],
    ['has a part without an empty line', body('--Xy', 'name="to"', '--Xy--')],
  ])('is refused when it %s', (_, bytes) => {
    expect(parseMultipart(bytes, 'Xy')).toBeNull();
  });

  it.each([
    ['multipart/form-data; boundary=----WebKit7MA', '----WebKit7MA'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['multipart/form-data', null],
  ])('has its boundary named by %s', (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });
});
