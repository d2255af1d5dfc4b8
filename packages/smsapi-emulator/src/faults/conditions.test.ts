import { describe, expect, it } from 'vitest';
import { arm, type Conditions } from './conditions.ts';

/** Which of so many chances, counted from 1, a rule takes. */
const taken = (rule: Conditions, chances = 12, draws: readonly number[] = []): readonly number[] => {
  const armed = arm(rule, 0);
  return Array.from({ length: chances }, (_, index) => index + 1).filter((nth) =>
    armed.strikes(nth, () => draws[nth - 1] ?? 0),
  );
};

describe('a rule', () => {
  it.each([
    ['nothing said', {}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['next', { next: 2 }, [1, 2]],
    ['after', { after: 9 }, [10, 11, 12]],
    ['every', { every: 5 }, [5, 10]],
    ['after and every', { after: 2, every: 4 }, [6, 10]],
    ['after, every and next', { after: 2, every: 4, next: 1 }, [6]],
    ['from and until', { from: 4, until: 7 }, [4, 5, 6]],
    ['after, counted from its moment on', { after: 1, from: 4, until: 7 }, [5, 6]],
    ['a duration', { from: 'PT0.01S' }, [10, 11, 12]],
    ['no share at all', { rate: 0 }, []],
  ])('with %s strikes %j: %j', (_, rule, nths) => {
    expect(taken(rule)).toEqual(nths);
  });

  it('strikes the share that is drawn', () => {
    expect(taken({ rate: 0.5 }, 4, [0.4, 0.5, 0.6, 0.1])).toEqual([1, 4]);
  });

  it('draws only when there is something to draw', () => {
    const armed = arm({ rate: 0.5, every: 2 }, 0);
    let draws = 0;
    for (let nth = 0; nth < 10; nth += 1)
      armed.strikes(nth, () => {
        draws += 1;
        return 0;
      });
    expect(draws).toBe(5);
  });

  it('counts what it met and what it struck', () => {
    const armed = arm({ next: 3, every: 2 }, 0);
    for (let nth = 0; nth < 5; nth += 1) armed.strikes(nth, () => 0);
    expect(armed.tally()).toEqual({ left: 1, struck: 2, seen: 5 });
  });

  it('fits numbers by its pattern', () => {
    expect(['48500100200', '48600100200'].map(arm({ numbers: '^48600' }, 0).fitsNumber)).toEqual([false, true]);
    expect(arm({}, 0).fitsNumber('1')).toBe(true);
  });

  it('refuses a pattern and a moment it cannot understand', () => {
    expect(() => arm({ numbers: '(' }, 0)).toThrow(SyntaxError);
    expect(() => arm({ from: 'soon' }, 0)).toThrow('A moment is milliseconds, a duration');
  });
});
