import { setTimeout as sleep } from 'node:timers/promises';
import type { Handset } from './audit.ts';

/** The emulator from outside: its admin calls, as in its README. */
export interface Gateway {
  readonly url: string;
  readonly token: string;
  /** The next requests for sending are answered late; `taken`: only after the messages were taken. False when it is away. */
  slowDown(rule: { readonly taken: boolean; readonly ms: number; readonly next: number }): Promise<boolean>;
  /** How many requests the rule may still strike; 0 also when the emulator is away or forgot it. */
  slowLeft(): Promise<number>;
  clearFaults(): Promise<void>;
  /** Whether the way to the handset is reported too, or only its end. Forgotten when the emulator is killed. */
  reportOnly(statuses: 'all' | 'final'): Promise<void>;
  /** Lets time pass on the way to the handsets: late reports come now. */
  advance(ms: number): Promise<void>;
  /** Lives and reports that are not over. */
  open(): Promise<number>;
  handsets(): Promise<readonly Handset[]>;
}

const PATIENCE_MS = 60_000;

export function createGateway(url: string, token: string): Gateway {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/_emulator/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`emulator: ${method} ${path} gave ${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };
  const tryTo = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work;
    } catch {
      return otherwise; // killed meanwhile
    }
  };
  /** Over kills: reading only. */
  const insist = async (path: string): Promise<unknown> => {
    for (const deadline = performance.now() + PATIENCE_MS; ; await sleep(100)) {
      try {
        return await call('GET', path);
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
    }
  };
  return {
    url,
    token,
    slowDown: ({ taken, ms, next }) =>
      tryTo(
        call('POST', 'faults', { reply: { kind: 'slow', ms }, accepted: taken, next }).then(() => true),
        false,
      ),
    slowLeft: async () => {
      const { faults } = (await tryTo(call('GET', 'faults'), { faults: [] })) as {
        readonly faults: readonly { readonly left: number | null }[];
      };
      return faults.reduce((sum, { left }) => sum + (left ?? 0), 0);
    },
    clearFaults: async () => void (await tryTo(call('DELETE', 'faults'), null)),
    reportOnly: async (statuses) => void (await tryTo(call('PUT', 'switches', { reportStatuses: statuses }), null)),
    advance: async (advanceMs) => void (await call('POST', 'clock', { advanceMs })),
    open: async () => {
      const state = (await insist('state')) as {
        readonly messagesAlive: number;
        readonly reports: { readonly pending: number };
      };
      return state.messagesAlive + state.reports.pending;
    },
    handsets: async () => {
      const { totals, handsets } = (await insist('ledger?limit=1000000')) as {
        readonly totals: { readonly accepted: number };
        readonly handsets: readonly Handset[];
      };
      const listed = handsets.reduce((sum, { accepted }) => sum + accepted.length, 0);
      if (listed !== totals.accepted) throw new Error(`the ledger lists ${listed} of ${totals.accepted} messages`);
      return handsets;
    },
  };
}
