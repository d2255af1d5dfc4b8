import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createEventStream } from '../../src/event-stream.ts';
import { createHttp } from '../../src/http/server.ts';
import type { HttpDeps } from '../../src/http/http-deps.ts';
import { createOrderedLists } from '../../src/db/ordered-lists.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { createReportIntake } from '../../src/usecases/record-reports.ts';
import { createHandsetWatch } from '../../src/usecases/watch-handsets.ts';
import { renewLocalKey } from '../../src/usecases/renew-local-key.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createTestDeps } from './deps.ts';

export interface TestHttp {
  readonly http: FastifyInstance;
  readonly deps: HttpDeps;
  readonly test: TestDatabase;
  /** A fresh key of this computer: it sees every company. */
  localKey(): Promise<string>;
  /** Moves the clock that the rules see; null lets it run again. */
  setNow(now: Date | null): void;
  call(method: InjectOptions['method'], path: string, options?: CallOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly key?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  /** A body that is not JSON. */
  readonly text?: string;
}

/** The whole HTTP side on a database of its own, spoken to without a socket. */
export async function createTestHttp(overrides: Partial<Omit<Deps, 'db' | 'clock'>> = {}): Promise<TestHttp> {
  const test = await createTestDatabase();
  let now: Date | null = null;
  const base = createTestDeps(test.db, { ...overrides, clock: () => now ?? new Date() });
  const events = createEventStream(test.connection, base.log);
  const reports = createReportIntake(base);
  const mirror = { readEpoch: async () => ({ kind: 'absent' }) as const, writeEpoch: async () => {} };
  const startedAt = new Date();
  const handsets = createHandsetWatch(base);
  const sources = { lists: createOrderedLists(test.db), metrics: createMetrics(), events, reports, handsets };
  const deps: HttpDeps = { ...base, ...sources, version: '0.1.0', startedAt, mirror };
  const http = await createHttp(deps);
  await events.opened;
  return {
    http,
    deps,
    test,
    localKey: () => renewLocalKey(deps),
    setNow: (date) => {
      now = date;
    },
    call: (method, path, { key, cookie, headers = {}, body, text } = {}) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactOptionalPropertyTypes at the library's border
      http.inject({
        method,
        url: path,
        remoteAddress: newAddress(),
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(cookie === undefined ? {} : { cookie, 'sec-fetch-site': 'same-origin' }),
          ...headers,
        },
        ...(body === undefined && text === undefined ? {} : { payload: body ?? text }),
      } as InjectOptions),
    close: async () => {
      await http.close();
      await handsets.close();
      await reports.close();
      await events.close();
      await test.drop();
    },
  };
}

/** Everybody comes from an address of their own, so that nobody is slowed down for the tests before. */
let visitors = 0;
function newAddress(): string {
  visitors += 1;
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
}

/** The `name=value` of the session cookie an answer sets. */
export function sessionOf(answer: LightMyRequestResponse): string {
  const [cookie] = answer.cookies;
  return cookie ? `${cookie.name}=${cookie.value}` : '';
}
