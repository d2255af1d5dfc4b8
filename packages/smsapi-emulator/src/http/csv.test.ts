import { describe, expect, it } from 'vitest';
import { csv, csvRows, wantsCsv } from './csv.ts';

describe('a table', () => {
  it('has heads, semicolons and lines as spreadsheets want them', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['1', 'x;y'],
          ['say "hi"', ''],
        ],
      ),
    ).toEqual({
      status: 200,
      contentType: 'text/csv; charset=utf-8',
      body: 'a;b\r\n1;"x;y"\r\n"say ""hi""";\r\n',
    });
  });

  it('without rows is no content at all', () => {
    expect(csv(['a'], [])).toEqual({ status: 204, contentType: null, body: '' });
  });

  it.each([
    ['500100200;2026-01-01\r\n500100201\r\n', [['500100200', '2026-01-01'], ['500100201']]],
    ['\uFEFF"500100200","x"\n\n', [['500100200', 'x']]],
    ['a\tb\rc', [['a', 'b'], ['c']]],
    ['', []],
  ])('%j is read as %j', (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });

  it.each([
    ['text/csv', true],
    ['Text/CSV; q=1', true],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('is wanted by Accept "%s": %s', (accept, verdict) => {
    expect(wantsCsv(accept)).toBe(verdict);
  });
});
