import type { Command } from './run-command.ts';
import type { Program } from './program.ts';

/** How the server got an account PostgreSQL agrees to run as; see README.md. */
export type How = 'self' | 'uid' | 'setpriv' | 'userns';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** One way to start PostgreSQL's programs. */
export interface RunAs {
  readonly how: How;
  /** Whom the cluster's files must belong to; absent: to us, nothing to do. */
  readonly owner?: Account;
  /** The account the child is started as by Node; absent: ours. */
  readonly account?: Account;
  /** Put before the command: a program that changes itself and then becomes the command, with the same pid. */
  readonly prefix: readonly string[];
}

const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/** The server stops by itself, cleanly, when the process that started it dies in any way. */
const STOP_WITH_PARENT = ['--pdeathsig', 'INT'];

/**
 * The ways to try, best first; `account` is given when we are root, and is whom the server then becomes.
 *
 * An ordinary user runs it as itself. Root may not (PostgreSQL refuses), so: 1. `uid`, plainly another account, if it can
 * pass all parent folders. 2. `setpriv`, another account that keeps the right to pass folders of mode 0700; without
 * `no_setuid_fixup` PostgreSQL's own access() check would fail. 3. `userns`, a namespace in which root's files seem
 * to belong to an ordinary account. `setpriv` may be missing: then the server outlives a killed parent and the next
 * start stops it.
 */
export function waysToRun(platform: NodeJS.Platform, account: Account | undefined): RunAs[] {
  const linux = platform === 'linux';
  const watched = ['setpriv', ...STOP_WITH_PARENT];
  const prefixes = linux ? [watched, []] : [[]];
  if (account === undefined) return prefixes.map((prefix) => ({ how: 'self', prefix }));

  const plain = prefixes.map((prefix) => ({ how: 'uid', owner: account, account, prefix }) satisfies RunAs);
  if (!linux) return plain;

  const privileges = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  const namespace = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`];
  const root = { uid: 0, gid: 0 };
  return [
    ...plain,
    { how: 'setpriv', owner: account, prefix: [...watched, ...privileges] },
    ...prefixes.map((prefix) => ({ how: 'userns', owner: root, prefix: [...namespace, ...prefix] }) satisfies RunAs),
  ];
}

/** The command that runs one of PostgreSQL's programs this way. */
export function commandFor(
  runAs: RunAs,
  program: Pick<Program, 'cwd' | 'env'>,
  file: string,
  args: readonly string[],
): Command {
  const [first, ...rest] = [...runAs.prefix, file, ...args];
  return {
    file: first ?? file,
    args: rest,
    cwd: program.cwd,
    env: program.env,
    ...(runAs.account && { uid: runAs.account.uid, gid: runAs.account.gid }),
  };
}

/** The account for a server started by root: `postgres` if the machine has it, else `nobody`. */
export function serverAccount(passwd: string): Account {
  return findAccount(passwd, 'postgres') ?? findAccount(passwd, 'nobody') ?? NOBODY;
}

function findAccount(passwd: string, name: string): Account | undefined {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  const uid = Number(fields?.[2] || Number.NaN);
  const gid = Number(fields?.[3] || Number.NaN);
  // Root under another name is of no use here.
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : undefined;
}
