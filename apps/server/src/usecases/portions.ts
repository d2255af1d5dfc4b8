import { setImmediate } from 'node:timers/promises';

/** Rows worked on in one go: few enough for others not to wait, enough to make the number of statements small. */
const AT_ONCE = 2_000;

/** A long list in portions of equal size, the last one shorter; others are served in between. */
export async function* portionsOf<T>(items: readonly T[], size = AT_ONCE): AsyncGenerator<readonly T[], void> {
  for (let at = 0; at < items.length; at += size) {
    yield items.slice(at, at + size);
    await setImmediate();
  }
}

/** Runs work that pauses by itself; others are served at every pause. */
export async function unhurried<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
