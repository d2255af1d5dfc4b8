import { createClient, type Client } from '@goniec/contract';
import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from '../../src/http/http-deps.ts';
import { createHttp } from '../../src/http/server.ts';
import { createOrderedLists } from '../../src/db/ordered-lists.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createReportIntake } from '../../src/usecases/record-reports.ts';
import { createHandsetWatch } from '../../src/usecases/watch-handsets.ts';
import { renewLocalKey } from '../../src/usecases/renew-local-key.ts';
import { injectFetch } from './inject-fetch.ts';
import { createRig, type Rig } from './rig.ts';

export interface TestApi {
  readonly rig: Rig;
  readonly http: FastifyInstance;
  readonly deps: HttpDeps;
  /** The typed client with the key of this computer, over `inject`: no port, no network. */
  readonly api: Client;
  readonly key: string;
  /** The client with other headers, or none. */
  as(headers: Record<string, string>): Client;
  close(): Promise<void>;
}

/** The whole HTTP side on a rig: real use cases, real database, real emulator. */
export async function createTestApi(options: Parameters<typeof createRig>[0]): Promise<TestApi> {
  const rig = await createRig(options);
  const deps: HttpDeps = {
    ...rig.deps,
    lists: createOrderedLists(rig.deps.db),
    metrics: createMetrics(),
    events: { subscribe: () => () => {}, recent: () => [] },
    reports: createReportIntake(rig.deps),
    handsets: createHandsetWatch(rig.deps),
    version: '0.1.0',
    startedAt: new Date(),
    mirror: { readEpoch: async () => ({ kind: 'absent' }), writeEpoch: async () => {} },
  };
  const http = await createHttp(deps);
  const key = await renewLocalKey(deps);
  const as = (headers: Record<string, string>) => createClient('http://goniec.test', headers, injectFetch(http));
  return {
    rig,
    http,
    deps,
    key,
    api: as({ authorization: `Bearer ${key}` }),
    as,
    close: async () => {
      await http.close();
      await deps.handsets.close();
      await rig.close();
    },
  };
}
