import * as fc from 'fast-check';
import { split as splitSms } from 'split-sms';
import { describe, expect, it } from 'vitest';
import { anyText, gsmText } from '../test/texts.ts';
import { measure, normalize, split } from './index.ts';

/** split-sms counts a Unicode part in octets and gives an empty text one part. */
function measureByPeer(text: string): ReturnType<typeof measure> {
  const { characterSet, parts, bytes } = splitSms(text, { summary: true });
  const octetsPerUnit = characterSet === 'GSM' ? 1 : 2;
  return {
    encoding: characterSet === 'GSM' ? 'gsm7' : 'ucs2',
    units: bytes / octetsPerUnit,
    segments: parts.map((part) => part.bytes / octetsPerUnit).filter((units) => units > 0),
  };
}

describe('beside split-sms, which is right about every normalised text', () => {
  it('measures the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const settled = normalize(text);
        expect(measure(settled)).toEqual(measureByPeer(settled));
      }),
      { numRuns: 500 },
    );
  });

  it('cuts in the same places', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, gsmText), (text) => {
        const settled = normalize(text);
        const contents = splitSms(settled).parts.map((part) => part.content ?? '');
        expect(split(settled)).toEqual(contents.filter((content) => content !== ''));
      }),
      { numRuns: 500 },
    );
  });

  it('differs on a lone surrogate at the end, which split-sms counts twice', () => {
    expect(splitSms('ą\uD83D').bytes).toBe(6);
    expect(measure('ą\uD83D').units).toBe(2);
  });
});
