import type { Db } from '../db/database.ts';

/** Job name → payload. Payloads carry ids; the handler reads again. */
export interface Jobs {
  /** One company, soon after its money moved. */
  readonly read_balance: { readonly companyId: number };
  readonly read_balances: Record<string, never>;
  readonly poll_delivery: Record<string, never>;
  readonly close_unreported: Record<string, never>;
  readonly sweep: Record<string, never>;
}

export interface Queue {
  /** Adds a job in the caller's transaction: it exists exactly when the data does. */
  add<N extends keyof Jobs>(
    tx: Db,
    name: N,
    payload: Jobs[N],
    options?: { readonly key?: string; readonly runAt?: Date },
  ): Promise<void>;
}
