import type { Endpoint } from './endpoint.ts';

/**
 * What a small server (2 cores, 2 GB, an SSD) gets where PostgreSQL's own default is not what we want. Durability stays
 * PostgreSQL's: fsync, synchronous_commit and full_page_writes are on and are not named here.
 */
const DEFAULTS = {
  // PostgreSQL's 128 MB holds the hot part of a few hundred thousand messages; twice that still leaves a 2 GB machine room.
  shared_buffers: '256MB',
  // The planner's guess at shared buffers and the system's cache together (default 4 GB, more than such a machine has).
  effective_cache_size: '1GB',
  // An SSD reads a random page about as fast as the next one; the default 4 is for rotating disks.
  random_page_cost: '1.1',
  // Sorts of a grid of contacts stay in memory. Not more: a parallel hash may take six times this, and Docker's /dev/shm has 64 MB.
  work_mem: '8MB',
  // Building indexes after an import.
  maintenance_work_mem: '128MB',
  // The application, its workers and a person with psql; each spare slot costs a little memory.
  max_connections: '60',
  // A campaign of a million rows writes about 1 GB of log; with less room it would be one forced checkpoint after another.
  max_wal_size: '2GB',
  // After a checkpoint whole pages go to the log; compressing them trades a little processor for much less writing.
  wal_compression: 'pglz',
  // Our statements are short; compiling them costs more than it saves (and the packaged build cannot anyway).
  jit: 'off',
  // Times are stored with a zone and shown in the reader's; the server's own zone must not matter.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Routine that would fill the application's log every few minutes.
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
} as const;

/** Decided by the starter, because the rest of it relies on them. */
const RESERVED = new Set([
  'cluster_name',
  'data_directory',
  'external_pid_file',
  'hba_file',
  'listen_addresses',
  'log_destination',
  'log_line_prefix',
  'logging_collector',
  'port',
  'unix_socket_directories',
  'unix_socket_permissions',
  'update_process_title',
]);

/** Between the kind of process and the severity in every line of the server's log; read by log-lines.ts. */
const LOG_PREFIX = '%b|';

/** Throws a TypeError for a setting that the starter decides: a caller's mistake, told before anything is touched. */
export function checkOverrides(overrides: Readonly<Record<string, string>>): void {
  const refused = Object.keys(overrides).find((name) => RESERVED.has(name.toLowerCase()));
  if (refused !== undefined) throw new TypeError(`The PostgreSQL setting ${refused} is decided by the starter`);
}

/** The server's command line after the program's name; overrides are to be checked before. */
export function serverArguments(
  dataFolder: string,
  tag: string,
  endpoint: Endpoint,
  overrides: Readonly<Record<string, string>>,
): string[] {
  const settings = {
    ...DEFAULTS,
    ...overrides,
    ...endpointSettings(endpoint),
    cluster_name: tag,
    update_process_title: 'on',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: LOG_PREFIX,
  };
  return ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function endpointSettings(endpoint: Endpoint): Record<string, string> {
  const port = String(endpoint.port);
  if (endpoint.kind === 'tcp') return { listen_addresses: endpoint.host, port, unix_socket_directories: '' };
  const folder = quoteListItem(endpoint.folder);
  return { listen_addresses: '', port, unix_socket_directories: folder, unix_socket_permissions: '0700' };
}

/** One item of a PostgreSQL list setting; quoted, so that commas, spaces and quotes in a path stay part of it. */
export function quoteListItem(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
