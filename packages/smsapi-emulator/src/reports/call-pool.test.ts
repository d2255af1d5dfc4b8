import { describe, expect, it } from 'vitest';
import { createCallPool, type CallPool } from './call-pool.ts';

interface Running {
  readonly name: string;
  readonly answer: (wasReached: boolean) => Promise<void>;
}

/** Calls that wait for the test to answer them. */
const withJobs = (concurrency: number) => {
  const running: Running[] = [];
  const started: string[] = [];
  let paused = false;
  const pool: CallPool = createCallPool(concurrency, () => !paused);
  const push = (address: string, name = address): void =>
    pool.push(address, () => {
      started.push(name);
      return new Promise((resolve) => {
        running.push({
          name,
          answer: async (wasReached) => {
            resolve(wasReached);
            await new Promise(setImmediate);
          },
        });
      });
    });
  const answer = async (name: string, wasReached = true): Promise<void> => {
    const place = running.findIndex((job) => job.name === name);
    await running.splice(place, 1)[0]?.answer(wasReached);
  };
  const setPaused = (value: boolean): void => {
    paused = value;
  };
  return { pool, push, answer, started, setPaused };
};

describe('the pool of calls', () => {
  it('makes so many at once, and the next as soon as one is answered', async () => {
    const { pool, push, answer, started } = withJobs(2);
    for (const name of ['1', '2', '3']) push('a', name);
    pool.pump();
    expect([started, pool.underWay, pool.waiting]).toEqual([['1', '2'], 2, 1]);
    await answer('1');
    expect(started).toEqual(['1', '2', '3']);
  });

  it('lets addresses take turns, however much waits for one of them', async () => {
    const { pool, push, answer, started } = withJobs(1);
    for (let nth = 1; nth <= 3; nth += 1) push('busy', `busy ${nth}`);
    push('quiet');
    pool.pump();
    await answer('busy 1');
    expect(started).toEqual(['busy 1', 'quiet']);
  });

  it('gives an address that did not answer one call at a time until it does', async () => {
    const { pool, push, answer, started } = withJobs(4);
    push('down', '1');
    pool.pump();
    await answer('1', false);
    for (const name of ['2', '3', '4', '5']) push('down', name);
    push('well');
    pool.pump();
    expect(started).toEqual(['1', '2', 'well']);
    await answer('2', false);
    expect(started.slice(3)).toEqual(['3']);
    await answer('3', true);
    expect(started.slice(4)).toEqual(['4', '5']);
  });

  it('starts nothing while it may not, and forgets what waits when cleared', async () => {
    const { pool, push, started, setPaused } = withJobs(2);
    setPaused(true);
    push('a', '1');
    pool.pump();
    expect([started, pool.waiting]).toEqual([[], 1]);
    pool.clear();
    setPaused(false);
    push('a', '2');
    pool.pump();
    expect([started, pool.waiting]).toEqual([['2'], 0]);
  });

  it('forgets addresses that nobody calls any more', async () => {
    const { pool, push, answer, started } = withJobs(1);
    for (let nth = 0; nth < 2_500; nth += 1) {
      push(`address ${nth}`);
      pool.pump();
      await answer(`address ${nth}`, false);
    }
    expect([started.length, pool.addresses <= 1_001]).toEqual([2_500, true]);
  });
});
