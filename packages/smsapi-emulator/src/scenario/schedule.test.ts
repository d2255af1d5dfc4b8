import { describe, expect, it } from 'vitest';
import { createManualClock } from '../clock.ts';
import { createSchedule } from './schedule.ts';

const withSchedule = (already = 0) => {
  const clock = createManualClock(1_000);
  const done: string[] = [];
  let accepted = already;
  const schedule = createSchedule({
    clock,
    accepted: () => accepted,
    perform: ({ points }) => void done.push(`${points} at ${clock.now()} after ${accepted}`),
  });
  const accept = (messages: number): void => {
    accepted += messages;
    schedule.noteAccepted(accepted);
  };
  return { clock, schedule, done, accept };
};

describe('a schedule', () => {
  it('does things at their moments, from now on or absolute', () => {
    const { clock, schedule, done } = withSchedule();
    schedule.add({ at: 'PT2S', do: { points: 2 } });
    schedule.add({ at: 1_000, do: { points: 1 } });
    schedule.add({ at: '1970-01-01T00:00:10Z', do: { points: 3 } });
    schedule.add({ at: '1970-01-01T00:00:00Z', do: { points: 0 } });
    clock.advance(9_000);
    expect(done).toEqual(['0 at 1000 after 0', '1 at 2000 after 0', '2 at 3000 after 0', '3 at 10000 after 0']);
    expect(schedule.list().map(({ doneAt }) => doneAt)).toEqual([3_000, 2_000, 10_000, 1_000]);
  });

  it('does things after so many messages, counted from now and each once', () => {
    const { schedule, done, accept } = withSchedule(100);
    schedule.add({ afterMessages: 3, do: { points: 3 } });
    schedule.add({ afterMessages: 5, do: { points: 5 } });
    accept(2);
    expect(done).toEqual([]);
    accept(1);
    expect(done).toEqual(['3 at 1000 after 103']);
    accept(10);
    accept(10);
    expect(done).toEqual(['3 at 1000 after 103', '5 at 1000 after 113']);
  });

  it('does at once what waits for no message', () => {
    const { schedule, done } = withSchedule(7);
    schedule.add({ afterMessages: 0, do: { points: 0 } });
    expect(done).toEqual(['0 at 1000 after 7']);
  });

  it('forgets everything when it is cleared', () => {
    const { clock, schedule, done, accept } = withSchedule();
    schedule.add({ at: 10, do: { points: 1 } });
    schedule.add({ afterMessages: 1, do: { points: 2 } });
    schedule.clear();
    accept(5);
    clock.advance(100);
    expect([done, schedule.list(), clock.nextAt]).toEqual([[], [], null]);
  });
});
