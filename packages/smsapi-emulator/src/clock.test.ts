import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createManualClock, createRunningClock } from './clock.ts';

describe('the manual clock', () => {
  it('stands still and runs nothing until it is advanced', () => {
    const clock = createManualClock(1_000);
    const seen: number[] = [];
    clock.setTimer(0, () => seen.push(clock.now()));
    expect(clock.now()).toBe(1_000);
    expect(seen).toEqual([]);
    clock.advance(0);
    expect(seen).toEqual([1_000]);
  });

  it('runs what is due on the way, in order, each at its own moment', () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    clock.setTimer(300, () => seen.push(`late ${clock.now()}`));
    clock.setTimer(100, () => {
      seen.push(`first ${clock.now()}`);
      clock.setTimer(50, () => seen.push(`born on the way ${clock.now()}`));
    });
    clock.setTimer(100, () => seen.push(`second ${clock.now()}`));
    clock.setTimer(900, () => seen.push('too far'));
    clock.advance(500);
    expect(seen).toEqual(['first 100', 'second 100', 'born on the way 150', 'late 300']);
    expect(clock.now()).toBe(500);
  });

  it('skips cancelled timers and forgets all of them when stopped', () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    clock.setTimer(10, () => seen.push('cancelled')).cancel();
    clock.setTimer(10, () => seen.push('kept'));
    clock.advance(10);
    clock.setTimer(10, () => seen.push('stopped'));
    clock.stop();
    clock.advance(100);
    expect(seen).toEqual(['kept']);
  });

  it('keeps order over thousands of timers', () => {
    const clock = createManualClock(0);
    const seen: number[] = [];
    for (let index = 0; index < 5_000; index += 1) {
      const delay = (index * 7_919) % 5_000;
      clock.setTimer(delay, () => seen.push(delay));
    }
    clock.advance(5_000);
    expect(seen).toEqual(Array.from({ length: 5_000 }, (_, index) => index));
  });
});

describe('the running clock', () => {
  it('runs timers by itself and can be pushed forward', async () => {
    const clock = createRunningClock();
    const seen: string[] = [];
    clock.setTimer(1, () => seen.push('soon'));
    clock.setTimer(3_600_000, () => seen.push('in an hour'));
    await sleep(50);
    expect(seen).toEqual(['soon']);
    clock.advance(3_600_000);
    expect(seen).toEqual(['soon', 'in an hour']);
    expect(clock.now() - Date.now()).toBeGreaterThanOrEqual(3_600_000 - 1);
    clock.stop();
  });

  it('wakes up for a timer that is set later but due earlier', async () => {
    const clock = createRunningClock();
    const seen: string[] = [];
    clock.setTimer(60_000, () => seen.push('far'));
    clock.setTimer(1, () => seen.push('near'));
    await sleep(50);
    expect(seen).toEqual(['near']);
    clock.stop();
  });
});
