import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idxOf, parseIdx } from './message-idx.ts';

describe('idx of a message', () => {
  it('names the epoch and the message and nothing the gateway would split', () => {
    expect(idxOf(3, 46_655)).toBe('g3-zzz');
  });

  it('reads back every epoch and message it wrote, in at most 40 safe characters', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.maxSafeInteger().filter((n) => n > 0),
        (epoch, messageId) => {
          const idx = idxOf(epoch, messageId);
          expect(idx).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
          expect(parseIdx(idx)).toEqual({ epoch, messageId });
        },
      ),
    );
  });

  it.each(['', 'any', 'g-1', 'g1-', 'g1-ZZ', 'G1-a', 'g1-a,b', 'g1-zzzzzzzzzzzz', ' g1-a'])(
    'does not claim %j',
    (idx) => {
      expect(parseIdx(idx)).toBeNull();
    },
  );
});
