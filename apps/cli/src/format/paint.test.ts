import { describe, expect, it } from 'vitest';
import { wantsColour } from './paint.ts';

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('on a terminal: %s, with %j: %s', (isTTY, env, wanted) => {
    expect(wantsColour(isTTY === undefined ? {} : { isTTY }, env)).toBe(wanted);
  });
});
