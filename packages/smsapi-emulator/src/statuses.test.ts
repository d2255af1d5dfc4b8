import { describe, expect, it } from 'vitest';
import { isFinal, mayFollow, statusName } from './statuses.ts';

describe('statuses', () => {
  it.each([
    [409, 403, true],
    [403, 409, false],
    [403, 404, true],
    [404, 403, false],
    [404, 405, false],
    [408, 404, true],
    [402, 404, true],
    [405, 408, false],
  ])('%i may be followed by %i: %s', (before, after, allowed) => {
    expect(mayFollow(before, after)).toBe(allowed);
  });

  it('names the known codes and keeps the number of an unknown one', () => {
    expect(statusName(404)).toBe('DELIVERED');
    expect(statusName(413)).toBe('STATUS_413');
  });

  it('counts ACCEPTED and RENEWAL as not final', () => {
    expect([409, 403, 410, 411].some(isFinal)).toBe(false);
    expect([402, 404, 405, 406, 407, 408, 412].every(isFinal)).toBe(true);
  });
});
