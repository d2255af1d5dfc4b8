import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idxOf, parseIdx } from './message-idx.ts';

describe('idx of a message', () => {
  it('names the epoch and the message and nothing the gateway would split', () => {
    expect(idxOf(3, 46_655)).toBe('g3-zzz');
  });

  it('is another one each time a person has the message sent again', () => {
    expect([0, 1, 2].map((generation) => idxOf(3, 46_655, generation))).toEqual(['g3-zzz', 'g3-zzz-1', 'g3-zzz-2']);
  });

  it('reads back every epoch, message and generation it wrote, in at most 40 safe characters', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.maxSafeInteger().filter((n) => n > 0),
        fc.nat({ max: 9_999 }),
        (epoch, messageId, generation) => {
          const idx = idxOf(epoch, messageId, generation);
          expect(idx).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
          expect(parseIdx(idx)).toEqual({ epoch, messageId, generation });
        },
      ),
    );
  });

  it.each([
    '',
    'any',
    'g-1',
    'g1-',
    'g1-ZZ',
    'G1-a',
    'g1-a,b',
    'g1-zzzzzzzzzzzz',
    ' g1-a',
    'g1-a-',
    'g1-a-0',
    'g1-a-01',
    'g1-a-b',
    'g1-a-10000',
  ])('does not claim %j', (idx) => {
    expect(parseIdx(idx)).toBeNull();
  });
});
