import type { PostgresConnection } from '../endpoint.ts';
import type { Host } from '../open-cluster.ts';
import type { How } from '../run-as.ts';

/** What the driver is to do, as JSON in its first argument. */
export interface DriverTask {
  readonly home: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly host: Omit<Host, 'platform'>;
  /** Commands to run before the start (mounts in a private namespace). */
  readonly before: readonly (readonly string[])[];
}

export interface ReadyEvent {
  readonly event: 'ready';
  readonly connection: PostgresConnection;
  readonly pid: number;
  readonly how: How;
}

/** What the driver says, a JSON object a line. */
export type DriverEvent =
  | { readonly event: 'progress'; readonly step: 'initdb' | 'start' }
  | { readonly event: 'log'; readonly line: string }
  | ReadyEvent
  | { readonly event: 'failed'; readonly code: string; readonly message: string }
  | { readonly event: 'exited'; readonly code: number | null }
  | { readonly event: 'interrupted' }
  | { readonly event: 'stopped' };
