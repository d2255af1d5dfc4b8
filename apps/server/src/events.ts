import type { ServerEvent } from '@goniec/contract';

/** Everything the database announces (LISTEN goniec), to whoever listens. One connection for all listeners. */
export interface EventStream {
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: ServerEvent) => void): () => void;
  /** What happened within the last so many milliseconds; `events.missed` where that is not known (event-memory.ts). */
  recent(withinMs: number): readonly ServerEvent[];
}
