import pg from 'pg';
import { createDb, createPool, type Connection, type Db } from './db/database.ts';
import { migrate, NewerDatabaseError } from './db/migrate.ts';
import type { Config } from './config.ts';
import { installJobs } from './jobs/runner.ts';
import type { Log } from './log.ts';
import { PostgresStartError, startPostgres } from './postgres/start-postgres.ts';
import { ProgramError } from './program-error.ts';

/** The database, ready to use: the embedded one or an external one, migrated. */
export interface Storage {
  readonly db: Db;
  readonly connection: Connection;
  /** True when no other program can be on this database: the embedded one locks its folder. */
  readonly alone: boolean;
  /** Resolves when the database ends although nobody asked it to. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

const POOL_SIZE = 20;

export async function openStorage(
  config: Pick<Config, 'databaseUrl'>,
  clusterFolder: string,
  log: Log,
): Promise<Storage> {
  const server = config.databaseUrl === null ? await startEmbedded(clusterFolder, log) : null;
  const connection: Connection = server?.connection ?? { connectionString: config.databaseUrl ?? '' };
  try {
    await migrateAll(connection, log);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  let closing = false;
  const db = createDb(
    createPool(connection, POOL_SIZE, (error) =>
      log[closing ? 'debug' : 'warn']({ err: error }, 'database.connection_lost'),
    ),
  );
  return {
    db,
    connection,
    alone: server !== null,
    lost: server
      ? server.exited.then(() => (closing ? new Promise<void>(() => {}) : undefined))
      : new Promise<void>(() => {}),
    close: async () => {
      closing = true;
      await db.destroy();
      await server?.stop();
    },
  };
}

async function startEmbedded(folder: string, log: Log) {
  try {
    return await startPostgres(folder, { log: (line) => log.debug({ line }, 'postgres') });
  } catch (error) {
    if (error instanceof PostgresStartError) throw new ProgramError(error.code, error.message, error);
    throw error;
  }
}

async function migrateAll(connection: Connection, log: Log): Promise<void> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    const applied = await migrate(client);
    if (applied.length > 0) log.info({ applied }, 'database.migrated');
  } catch (error) {
    if (error instanceof NewerDatabaseError)
      throw new ProgramError(
        'database_newer',
        `Baza danych pochodzi z nowszej wersji Gońca. Zaktualizuj program. / ${error.message}`,
        error,
      );
    if (connection.connectionString)
      throw new ProgramError(
        'database_unreachable',
        `Nie można użyć bazy z DATABASE_URL: ${error instanceof Error ? error.message : String(error)}. Sprawdź adres, hasło i czy serwer działa. / The database of DATABASE_URL cannot be used.`,
        error,
      );
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
  await installJobs(connection);
}
