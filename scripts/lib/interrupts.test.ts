import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { aborted, watchInterrupts } from './interrupts.mjs';

function watch() {
  const source = new EventEmitter();
  const clock = { at: 0 };
  const interrupts = watchInterrupts(source, () => clock.at);
  const count = (): number => interrupts.nth.filter(({ aborted: done }) => done).length;
  const press = (at: number, name = 'SIGINT'): number => {
    clock.at = at;
    source.emit(name);
    return count();
  };
  return { source, interrupts, press };
}

describe('watchInterrupts', () => {
  it('counts the first, the second and the third wish to stop, and bears a fourth', () => {
    const { press } = watch();
    expect([press(0), press(1000), press(2000), press(3000)]).toEqual([1, 2, 3, 3]);
  });

  it('takes signals that come together for one press, as npm repeats Ctrl+C', () => {
    const { press } = watch();
    expect([press(0), press(5), press(299), press(300), press(310)]).toEqual([1, 1, 1, 2, 2]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('listens to %s until it is closed', (name) => {
    const { source, interrupts, press } = watch();
    expect(press(0, name)).toBe(1);
    interrupts.close();
    expect(source.listenerCount(name)).toBe(0);
  });
});

describe('aborted', () => {
  it('settles for a signal aborted before and after the question', async () => {
    const controller = new AbortController();
    const before = aborted(controller.signal);
    controller.abort();
    await expect(before).resolves.toBeUndefined();
    await expect(aborted(controller.signal)).resolves.toBeUndefined();
  });
});
