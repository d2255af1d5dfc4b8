import { expect, it } from 'vitest';
import { createBell } from './bell.ts';

const never = new AbortController().signal;
const LONG = 60_000;

it('wakes whoever waits', async () => {
  const bell = createBell();
  const waiting = bell.wait(LONG, never);
  bell.ring();
  await expect(waiting).resolves.toBeUndefined();
});

it('does not lose a ring that comes before the waiting, and gives it once', async () => {
  const bell = createBell();
  bell.ring();
  await bell.wait(LONG, never);
  const order: string[] = [];
  const second = bell.wait(30, never).then(() => order.push('second'));
  await Promise.resolve();
  order.push('still waiting');
  await second;
  expect(order).toEqual(['still waiting', 'second']);
});

it('stops waiting when nobody cares any more', async () => {
  const bell = createBell();
  const stop = new AbortController();
  const waiting = bell.wait(LONG, stop.signal);
  stop.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(bell.wait(LONG, stop.signal)).resolves.toBeUndefined();
});
