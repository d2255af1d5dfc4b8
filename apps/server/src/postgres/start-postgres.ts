import { tmpdir } from 'node:os';
import { openCluster } from './open-cluster.ts';
import type { PostgresServer, StartOptions } from './postgres-server.ts';
import { locateProgramFolder } from './program.ts';

export { PostgresStartError } from './errors.ts';
export type { PostgresServer, StartOptions } from './postgres-server.ts';

/**
 * Starts the embedded PostgreSQL of a folder, and creates its database there the first time.
 *
 * The folder should be the database's own: its mode becomes 0700 (0711 where root runs the server as another account).
 * Call it from the main thread and keep the process alive: on Linux the server stops when that thread ends.
 * Rejects with a `PostgresStartError`; README.md tells what can go wrong and why nothing is lost.
 *
 * @example
 * const server = await startPostgres('/srv/goniec/var/postgres');
 * const pool = new pg.Pool(server.connection);
 * // …
 * await pool.end();
 * await server.stop();
 */
export async function startPostgres(home: string, options: StartOptions = {}): Promise<PostgresServer> {
  return openCluster(home, options, {
    platform: process.platform,
    programFolder: locateProgramFolder(),
    tmpFolders: [tmpdir(), '/tmp', '/var/tmp'],
    transport: process.platform === 'win32' ? 'tcp' : 'socket',
  });
}
