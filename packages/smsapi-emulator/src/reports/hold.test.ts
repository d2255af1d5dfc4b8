import { describe, expect, it } from 'vitest';
import { STATUS } from '../statuses.ts';
import { firstAfter, holdLife, releaseLife } from './hold.ts';
import { LANDED, type Plan } from './plan.ts';

const { queue, sent, delivered, rejected, unknown, expired } = STATUS;
const VALID_FOR = 600_000;

const ORDINARY: Plan = [
  [50, queue, 1],
  [400, sent, 1],
  [1_500, delivered, 1],
];
const DUPLICATED: Plan = [...ORDINARY, [1_550, delivered, 1]];
const DISORDERED: Plan = [
  [1_500, delivered, 1],
  [1_550, sent, 1],
  [1_600, queue, 1],
];
const SILENT: Plan = [
  [50, queue, 0],
  [1_500, LANDED, 0],
];
const LATER_KNOWN: Plan = [
  [1_500, unknown, 1],
  [61_500, delivered, 1],
];
const REJECTED: Plan = [
  [50, queue, 1],
  [1_500, rejected, 1],
];

describe('a life whose handset cannot be reached', () => {
  it.each<[string, Plan, number, Plan | null]>([
    ['ends with EXPIRED instead of DELIVERED', ORDINARY, 0, [...ORDINARY.slice(0, 2), [VALID_FOR, expired, 1]]],
    ['keeps what has happened', ORDINARY, 2, [...ORDINARY.slice(0, 2), [VALID_FOR, expired, 1]]],
    [
      'reports the end once where it would have been told twice',
      DUPLICATED,
      0,
      [...ORDINARY.slice(0, 2), [VALID_FOR, expired, 1]],
    ],
    [
      'still tells what the network knows',
      DISORDERED,
      0,
      [
        [1_550, sent, 1],
        [1_600, queue, 1],
        [VALID_FOR, expired, 1],
      ],
    ],
    [
      'says nothing when it would never have said anything',
      SILENT,
      0,
      [
        [50, queue, 0],
        [VALID_FOR, expired, 0],
      ],
    ],
    [
      'has no second last word',
      LATER_KNOWN,
      0,
      [
        [1_500, unknown, 1],
        [VALID_FOR, expired, 0],
      ],
    ],
    ['goes on when the network refuses anyhow', REJECTED, 0, null],
    ['is over when the text has landed', ORDINARY, 3, null],
  ])('%s', (_, plan, from, expected) => {
    expect(holdLife(plan, from, VALID_FOR)?.plan ?? null).toEqual(expected);
  });
});

describe('a handset that is back', () => {
  const backAt = (plan: Plan, heldFrom: number, backAfterMs: number): Plan => {
    const life = holdLife(plan, heldFrom, VALID_FOR);
    return life === null ? plan : releaseLife(life, firstAfter(life.plan, backAfterMs), backAfterMs);
  };

  it.each<[string, Plan]>([
    ['ordinary', ORDINARY],
    ['duplicated', DUPLICATED],
    ['disordered', DISORDERED],
    ['silent', SILENT],
    ['unknown first', LATER_KNOWN],
  ])('before anything was due changes nothing: %s', (_, plan) => {
    expect(backAt(plan, 0, 40)).toEqual(plan);
  });

  it('gets at once what was due, and the second report as long after as it was planned', () => {
    expect(backAt(DUPLICATED, 1, 90_000)).toEqual([
      [50, queue, 1],
      [400, sent, 1],
      [90_000, delivered, 1],
      [90_050, delivered, 1],
    ]);
  });

  it('leaves in its place what happened meanwhile', () => {
    expect(backAt(DISORDERED, 0, 1_570)).toEqual([
      [1_550, sent, 1],
      [1_570, delivered, 1],
      [1_600, queue, 1],
    ]);
  });

  it('may go away and come back again and again', () => {
    const first = holdLife(ORDINARY, 0, VALID_FOR);
    const back = first === null ? [] : releaseLife(first, firstAfter(first.plan, 200), 200);
    const second = holdLife(back, firstAfter(back, 300), VALID_FOR);
    const again = second === null ? [] : releaseLife(second, firstAfter(second.plan, 5_000), 5_000);
    expect(again).toEqual([...ORDINARY.slice(0, 2), [5_000, delivered, 1]]);
  });
});
