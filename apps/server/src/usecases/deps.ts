import type { Db } from '../db/database.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Log } from '../log.ts';
import type { ProviderRegistry } from '../providers/provider.ts';
import type { Vault } from '../secrets/vault.ts';

/** What use cases are given; each names the part it needs: `Pick<Deps, 'db' | 'clock'>`. */
export interface Deps {
  readonly db: Db;
  /** The present moment; tests move it. */
  readonly clock: () => Date;
  readonly queue: Queue;
  readonly providers: ProviderRegistry;
  readonly vault: Vault;
  readonly log: Log;
  /** The released line of this program, for entitlement: '0.1'. */
  readonly line: string;
  /** How long after the gateway's time-out a silent worker counts as dead. */
  readonly leaseGraceMs: number;
  /** How the gateway and the browser reach this server, without a trailing slash. */
  readonly publicUrl: string;
  /** The emulator that runs with this server, if any. */
  readonly emulator: EmulatorAccess | null;
}

/** An emulator on this computer, and the token it asks for. */
export interface EmulatorAccess {
  readonly baseUrl: string;
  readonly token: string;
}

/** Who acts: as it stands in the audit trail, e.g. `user:3`, `key:goniec_k3x9`, `system:reports`. */
export type Actor = string;
