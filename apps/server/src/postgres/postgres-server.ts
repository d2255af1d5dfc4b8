import type { PostgresConnection } from './endpoint.ts';
import type { How } from './run-as.ts';

/** A running embedded PostgreSQL and the right to its folder. */
export interface PostgresServer {
  /** Feeds `pg.Pool`; `host` is the folder of a unix socket, or `127.0.0.1` on Windows. */
  readonly connection: PostgresConnection;
  readonly pid: number;
  readonly how: How;
  /** Stops cleanly: open transactions are rolled back, a checkpoint is written. A second call is the same promise. */
  stop(): Promise<void>;
  /** Resolves whenever the server ends, wanted or not; `code` is null after a signal. The folder is free again by then. */
  readonly exited: Promise<{ readonly code: number | null }>;
}

export interface StartOptions {
  /** PostgreSQL settings beside or instead of ours (settings.ts). `fsync: 'off'`, for tests, also makes a new database without waiting for the disk. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gets the server's log, a line at a time, without messages about clients' own statements. */
  readonly log?: (line: string) => void;
  /** Told before the slow steps: `initdb` only for a new database. */
  readonly onProgress?: (step: 'initdb' | 'start') => void;
}
