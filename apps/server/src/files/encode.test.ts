import { describe, expect, it } from 'vitest';
import { decodeFile } from './decode.ts';
import { encodeFile } from './encode.ts';

describe('encodeFile', () => {
  it.each(['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2', 'cp852'] as const)(
    'writes Polish text in %s',
    (encoding) => {
      expect(decodeFile(encodeFile('Zażółć gęślą jaźń', encoding), encoding)).toBe('Zażółć gęślą jaźń');
    },
  );

  it('refuses to lose a character silently', () => {
    expect(() => encodeFile('Łódź 🚚', 'windows-1250')).toThrow(RangeError);
  });
});
