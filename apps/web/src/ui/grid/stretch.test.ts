import { describe, expect, it } from 'vitest';
import { beginStretch, leadTo, owning, type Stretch } from './stretch.ts';

const ledTo = (head: number, ...rows: readonly number[]): Stretch =>
  owning(
    leadTo(beginStretch(4), head).stretch,
    rows.map((index) => [index, `r${index}`]),
  );

describe('a stretch', () => {
  it.each([
    ['grows', beginStretch(4), 7, [4, 8], [], []],
    ['grows on', ledTo(7, 4, 5, 6, 7), 9, [7, 10], [], [4, 5, 6, 7]],
    ['shrinks', ledTo(9, 4, 5, 6, 7, 8, 9), 7, [7, 8], ['r8', 'r9'], [4, 5, 6, 7]],
    ['keeps what was marked before it', ledTo(7, 5, 7), 5, [5, 6], ['r7'], [5]],
    ['goes over to the other side', ledTo(6, 4, 5, 6), 2, [2, 5], ['r5', 'r6'], [4]],
  ] as const)('%s', (_, stretch, head, [first, end], left, own) => {
    const led = leadTo(stretch, head);
    expect(led).toMatchObject({ first, end, left });
    expect(led.stretch).toMatchObject({ anchor: 4, head });
    expect([...led.stretch.own.keys()]).toEqual(own);
  });
});
