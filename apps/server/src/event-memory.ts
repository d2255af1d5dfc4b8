import type { ServerEvent } from '@goniec/contract';

/** Said instead of events that nobody can tell any more: whoever hears it asks for everything anew. */
export const MISSED: ServerEvent = { type: 'events.missed', companyId: null, id: null };

/** For how long an event is kept, and how many different ones at most. */
const KEPT_MS = 60_000;
const MOST = 1_000;

/** The events of the last minute, so that somebody who reads first and listens a moment later misses nothing. */
export interface EventMemory {
  keep(event: ServerEvent): void;
  /** Forgets everything: from now on it is known again what happens. */
  restart(): void;
  /** What happened within the last so many milliseconds, equal events once, the oldest first; `MISSED` where that is not known. */
  recent(withinMs: number): readonly ServerEvent[];
}

/** @param now a clock that only goes forward, in milliseconds */
export function createEventMemory(now: () => number): EventMemory {
  /** In the order of the last time each was heard. */
  const heard = new Map<string, { readonly event: ServerEvent; readonly at: number }>();
  let completeSince = now();

  const forgetOld = () => {
    const oldest = now() - KEPT_MS;
    completeSince = Math.max(completeSince, oldest);
    for (const [key, { at }] of heard) {
      if (at >= oldest && heard.size <= MOST) return;
      heard.delete(key);
      // the moment itself is not complete without it
      if (at >= oldest) completeSince = Math.max(completeSince, at + 1);
    }
  };

  return {
    keep: (event) => {
      const key = JSON.stringify(event);
      heard.delete(key);
      heard.set(key, { event, at: now() });
      forgetOld();
    },
    restart: () => {
      heard.clear();
      completeSince = now();
    },
    recent: (withinMs) => {
      forgetOld();
      const from = now() - withinMs;
      if (from < completeSince) return [MISSED];
      return [...heard.values()].filter(({ at }) => at >= from).map(({ event }) => event);
    },
  };
}
