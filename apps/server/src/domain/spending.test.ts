import { describe, expect, it } from 'vitest';
import { forecast } from './spending.ts';

const now = new Date('2026-11-30T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('how long the points will do', () => {
  it.each([
    ['ten days at ten points a day', { spent: 1_000_000, firstAt: daysAgo(10), points: 2_500_000 }, 100_000, 25],
    ['less than a day of readings', { spent: 1_000, firstAt: daysAgo(0.9), points: 2_500_000 }, null, null],
    ['nothing spent', { spent: 0, firstAt: daysAgo(10), points: 2_500_000 }, 0, null],
    ['a debt', { spent: 1_000, firstAt: daysAgo(1), points: -5 }, 1_000, 0],
    ['no readings', null, null, null],
  ])('%s', (_name, spending, spentPerDay, daysLeft) =>
    expect(forecast(spending, now)).toEqual({ spentPerDay, daysLeft }),
  );
});
