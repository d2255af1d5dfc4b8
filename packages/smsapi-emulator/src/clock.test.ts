import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asClockState, createManualClock, createRunningClock, momentOf } from './clock.ts';

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
    await expect.poll(() => seen).toEqual(['soon']);
    clock.advance(3_600_000);
    expect(seen).toEqual(['soon', 'in an hour']);
    expect(clock.aheadMs).toBe(3_600_000);
    clock.stop();
  });

  it('wakes up for a timer that is set later but due earlier', async () => {
    const clock = createRunningClock();
    const seen: string[] = [];
    clock.setTimer(60_000, () => seen.push('far'));
    clock.setTimer(1, () => seen.push('near'));
    await expect.poll(() => seen).toEqual(['near']);
    clock.stop();
  });

  it('is exactly as far ahead as it was moved, however long the machine takes to tell', () => {
    let machine = 1_000_000;
    const slow = vi.spyOn(Date, 'now').mockImplementation(() => (machine += 7));
    const clock = createRunningClock();
    clock.advance(3_600_000);
    clock.freeze();
    clock.resume();
    clock.setPace(1);
    const { aheadMs } = createRunningClock(clock.state());
    slow.mockRestore();
    // between freeze and resume it stood still for the one look that took 7 ms
    expect([clock.aheadMs, aheadMs]).toEqual([3_599_993, 3_599_993]);
  });
});

/** The machine's time, held in our hands. */
describe('on a machine whose time we hold', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets an hour pass in a second, timers included', () => {
    const clock = createRunningClock();
    const seen: number[] = [];
    clock.setPace(3_600);
    clock.setTimer(1_800_000, () => seen.push(clock.now() - 1_000_000));
    vi.advanceTimersByTime(499);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(seen).toEqual([1_800_000]);
    expect([clock.now() - 1_000_000, clock.pace, clock.frozen]).toEqual([1_800_000, 3_600, false]);
  });

  it('changes its pace without a jump, and wakes for timers set before', () => {
    const clock = createRunningClock();
    const seen: string[] = [];
    clock.setTimer(10_000, () => seen.push('due'));
    vi.advanceTimersByTime(1_000);
    clock.setPace(9);
    expect(clock.now()).toBe(1_001_000);
    vi.advanceTimersByTime(999);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([seen, clock.now()]).toEqual([['due'], 1_010_000]);
    clock.setPace(0.5);
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe(1_010_500);
  });

  it('stands still while frozen, can be pushed meanwhile, and goes on from where it stood', () => {
    const clock = createRunningClock();
    const seen: string[] = [];
    clock.setTimer(100, () => seen.push('first'));
    clock.setTimer(5_000, () => seen.push('second'));
    clock.freeze();
    vi.advanceTimersByTime(60_000);
    expect([seen, clock.now(), clock.frozen]).toEqual([[], 1_000_000, true]);
    clock.advance(100);
    expect(seen).toEqual(['first']);
    clock.resume();
    vi.advanceTimersByTime(4_900);
    expect([seen, clock.now()]).toEqual([['first', 'second'], 1_005_000]);
  });

  it('runs from its first moment once a manual clock is resumed', () => {
    const clock = createManualClock(0);
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe(0);
    clock.resume();
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe(1_000);
  });

  it('jumps to a moment, never to one that is over', () => {
    const clock = createManualClock(1_000);
    const seen: number[] = [];
    clock.setTimer(500, () => seen.push(clock.now()));
    clock.jumpTo(2_000);
    expect([seen, clock.now()]).toEqual([[1_500], 2_000]);
    expect(() => clock.jumpTo(1_999)).toThrow('Time only goes forward');
    expect(() => clock.jumpTo(Number.NaN)).toThrow(RangeError);
  });

  it.each([0, -1, Number.NaN, Infinity, 1_000_001])('refuses the pace %s', (pace) => {
    expect(() => createRunningClock().setPace(pace)).toThrow('The pace is a number above 0');
  });

  it('says when its next timer is due', () => {
    const clock = createManualClock(0);
    expect(clock.nextAt).toBeNull();
    const timer = clock.setTimer(10, () => undefined);
    clock.setTimer(20, () => undefined);
    expect(clock.nextAt).toBe(10);
    timer.cancel();
    expect(clock.nextAt).toBe(20);
  });

  it('goes back only by a restart, which forgets all timers', () => {
    const clock = createManualClock(5_000);
    const seen: string[] = [];
    clock.setTimer(1, () => seen.push('old'));
    clock.restart(1_000);
    expect([clock.now(), clock.nextAt]).toEqual([1_000, null]);
    clock.advance(10_000);
    expect(seen).toEqual([]);
  });

  it('tells listeners what was done to it, until they stop listening', () => {
    const clock = createRunningClock();
    const seen: unknown[] = [];
    const stop = clock.watch(() => seen.push([clock.now() - Date.now(), clock.pace, clock.frozen]));
    clock.advance(10);
    clock.setPace(2);
    clock.freeze();
    clock.resume();
    stop();
    clock.advance(10);
    expect(seen).toEqual([
      [10, 1, false],
      [10, 2, false],
      [10, 2, true],
      [10, 2, false],
    ]);
  });

  it.each([
    ['runs on at its pace', { pace: 60, frozen: false }, 1_000_000 + 5_000 + 600_000],
    ['stands where it stood', { pace: 60, frozen: true }, 1_000_000 + 5_000],
    ['keeps its lead at the pace of life', { pace: 1, frozen: false }, 1_000_000 + 5_000 + 10_000],
  ])('left for ten seconds %s', (_, left, at) => {
    const before = createRunningClock({ aheadMs: 5_000, setAt: 1_000_000, ...left });
    const state = before.state();
    vi.advanceTimersByTime(10_000);
    expect([momentOf(state, Date.now()), createRunningClock(state).now()]).toEqual([at, at]);
  });

  it('reads journals of before there was a pace', () => {
    expect(asClockState({ aheadMs: 7 })).toEqual({ aheadMs: 7, pace: 1, frozen: false, setAt: 1_000_000 });
  });
});
