import type { FastifyInstance } from 'fastify';
import { version } from './version.ts';
import type { Config } from './config.ts';
import type { Connection } from './db/database.ts';
import { createOrderedLists } from './db/ordered-lists.ts';
import { createEventStream } from './event-stream.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { createHttp } from './http/server.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { queue, startJobs } from './jobs/runner.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { providers as knownProviders } from './providers/registry.ts';
import type { ProviderRegistry } from './providers/provider.ts';
import { createSender } from './sending/sender.ts';
import { createKeeper } from './sending/keeper.ts';
import { lineOf } from './domain/entitlement.ts';
import { openServer } from './open-server.ts';
import { createReportIntake } from './usecases/record-reports.ts';
import { reclaimAll } from './usecases/tend-sending.ts';
import { createEpochWatch } from './usecases/watch-epoch.ts';
import { createHandsetWatch } from './usecases/watch-handsets.ts';

/** What tests replace; everything else is real. */
export interface Overrides {
  /** A further worker on a database that a server uses: it must bring the server's files, and decides nothing. */
  readonly joins?: boolean;
  readonly clock?: () => Date;
  readonly providers?: ProviderRegistry;
}

export interface App {
  readonly http: FastifyInstance;
  readonly deps: HttpDeps;
  readonly connection: Connection;
  /** Starts sending and background jobs. */
  startWork(): Promise<void>;
  /** Resolves when the database ends by itself, or a further worker is not at home any more: the program cannot go on. */
  readonly lost: Promise<void>;
  /** Two phases: no new work and no new connections, then what is under way, then the database. */
  close(): Promise<void>;
}

/** The one place where parts are joined. */
export async function createApp(config: Config, log: Log, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? (() => new Date());
  const joins = overrides.joins ?? false;
  const server = await openServer(config, log, clock, joins);
  const { storage, vault, mirror } = server;
  const metrics = createMetrics();
  const providers = overrides.providers ?? knownProviders;
  const events = createEventStream(storage.connection, log);
  const base = {
    db: storage.db,
    clock,
    queue,
    providers,
    vault,
    log,
    line: lineOf(version),
    leaseGraceMs: config.leaseGraceMs,
    publicUrl: config.publicUrl,
    emulator: config.emulator,
  };
  const reports = createReportIntake(base, (count) => metrics.reportsStored(count));
  const lists = createOrderedLists(storage.db);
  const handsets = createHandsetWatch(base);
  const sources = { metrics, events, reports, handsets, lists };
  const deps: HttpDeps = { ...base, ...sources, version, startedAt: clock(), mirror };

  const http = await createHttp(deps);
  const sender = createSender(deps, events, metrics);
  const keeper = createKeeper(createEpochWatch(deps, mirror, { joins, known: server.epoch }), log);
  let jobs: { stop(): Promise<void> } | null = null;
  return {
    http,
    deps,
    connection: storage.connection,
    startWork: async () => {
      if (storage.alone) await reclaimAll(deps);
      await keeper.start();
      sender.start();
      jobs = await startJobs(storage.connection, jobHandlers(deps), log);
    },
    lost: Promise.race([storage.lost, keeper.lost]),
    close: async () => {
      await Promise.all([sender.stop(), jobs?.stop()]);
      await keeper.stop();
      await http.close();
      await handsets.close();
      await reports.close();
      await events.close();
      await storage.close();
    },
  };
}
