import type { Clock, Timer } from '../clock.ts';
import { momentAfter } from '../when.ts';
import type { Deed, ScenarioEvent } from './scenario.ts';

/** What a scenario still has in store, and what has happened of it. */
export interface ScheduledEvent {
  readonly event: ScenarioEvent;
  /** The moment it is due, or null for one that waits for messages. */
  readonly dueAt: number | null;
  /** The count of accepted messages it waits for, or null. */
  readonly dueCount: number | null;
  /** When it happened; null while it is still to come. */
  readonly doneAt: number | null;
}

export interface Schedule {
  list(): readonly ScheduledEvent[];
  /** Times and counts are from now on. */
  add(event: ScenarioEvent): void;
  /** Told how many messages were accepted, since the start, after every acceptance. */
  noteAccepted(total: number): void;
  /** Forgets what is still to come, and what was. */
  clear(): void;
}

export interface ScheduleDeps {
  readonly clock: Clock;
  readonly accepted: () => number;
  readonly perform: (deed: Deed) => void;
}

/** Counts are exact: the deed is done after the request that reaches the count and before the next one is judged. */
export const createSchedule = ({ clock, accepted, perform }: ScheduleDeps): Schedule => {
  let entries: ScheduledEvent[] = [];
  /** The lowest count waited for; one comparison a request when nothing waits. */
  let nextCount = Infinity;
  const timers = new Set<Timer>();

  const done = (entry: ScheduledEvent): void => {
    entries = entries.map((one) => (one === entry ? { ...one, doneAt: clock.now() } : one));
    perform(entry.event.do);
  };

  const findNextCount = (): void => {
    const waiting = entries.filter(({ dueCount, doneAt }) => dueCount !== null && doneAt === null);
    nextCount = Math.min(...waiting.map(({ dueCount }) => dueCount ?? Infinity));
  };

  const noteAccepted = (total: number): void => {
    if (total < nextCount) return;
    const due = entries.filter(({ dueCount, doneAt }) => dueCount !== null && doneAt === null && dueCount <= total);
    nextCount = Infinity;
    for (const entry of due) done(entry);
    findNextCount();
  };

  return {
    list: () => entries,
    add(event) {
      const now = clock.now();
      if (event.afterMessages !== undefined) {
        entries = [...entries, { event, dueAt: null, dueCount: accepted() + event.afterMessages, doneAt: null }];
        findNextCount();
        noteAccepted(accepted());
        return;
      }
      const entry: ScheduledEvent = { event, dueAt: momentAfter(event.at, now) ?? now, dueCount: null, doneAt: null };
      entries = [...entries, entry];
      const timer = clock.setTimer(Math.max(0, (entry.dueAt ?? now) - now), () => {
        timers.delete(timer);
        done(entry);
      });
      timers.add(timer);
    },
    noteAccepted,
    clear() {
      for (const timer of timers) timer.cancel();
      timers.clear();
      entries = [];
      nextCount = Infinity;
    },
  };
};
