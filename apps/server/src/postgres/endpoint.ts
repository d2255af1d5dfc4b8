import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { passwordLost } from './errors.ts';

/** How clients reach the server: a unix socket in a folder, or TCP with a password where Node has no unix sockets (Windows). */
export type Endpoint =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: number }
  | { readonly kind: 'tcp'; readonly host: '127.0.0.1'; readonly port: number; readonly password: string };

/** What a client needs; the fields are those of `pg.Pool`. */
export interface PostgresConnection {
  /** The socket's folder, or `127.0.0.1`. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

export const SUPERUSER = 'postgres';
/** Part of the socket file's name only; nothing listens on it. */
export const SOCKET_PORT = 5432;

export function connectionOf(endpoint: Endpoint): PostgresConnection {
  const login = { port: endpoint.port, user: SUPERUSER, database: 'postgres' };
  return endpoint.kind === 'socket'
    ? { host: endpoint.folder, ...login }
    : { host: endpoint.host, ...login, password: endpoint.password };
}

function socketFile(folder: string): string {
  return join(folder, `.s.PGSQL.${SOCKET_PORT}`);
}

/** The longest socket path in bytes: the field in sockaddr_un less its closing zero. */
function longestSocketPath(platform: NodeJS.Platform): number {
  return platform === 'linux' ? 107 : 103;
}

export function socketFits(folder: string, platform: NodeJS.Platform): boolean {
  return Buffer.byteLength(socketFile(folder)) <= longestSocketPath(platform);
}

/** Removes a dead server's socket and its lock file. Only for a folder of ours, whose server is known to be gone. */
export async function clearSocket(folder: string): Promise<void> {
  await rm(socketFile(folder), { force: true });
  await rm(`${socketFile(folder)}.lock`, { force: true });
}

/** The cluster's password: made together with the cluster, read ever after. Lost is lost: `start_failed` says so. */
export async function clusterPassword(file: string, clusterExists: boolean): Promise<string> {
  if (!clusterExists) {
    await rm(file, { force: true });
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  }
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw passwordLost(file, error);
  }
}

/** A port that is free on 127.0.0.1 at this moment; the starter tries another one if it is taken before the server opens it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No port was assigned'));
      });
    });
  });
}
