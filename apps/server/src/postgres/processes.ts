import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What the system tells about a running process; zombies do not run. */
export interface ProcessInfo {
  readonly pid: number;
  /** The arguments; where the system gives only one line (macOS), that line alone. PostgreSQL's children write a title over it. */
  readonly command: readonly string[];
  /** `device:inode` of its current folder, if we may know it. */
  readonly folderId?: string;
}

export interface ProcessTable {
  find(pid: number): Promise<ProcessInfo | undefined>;
  all(): Promise<ProcessInfo[]>;
}

export function processTable(platform: NodeJS.Platform): ProcessTable {
  return platform === 'linux' ? linuxTable : psTable;
}

export async function folderId(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev}:${ino}`;
  } catch {
    // Gone, or another account's process: the caller has to judge without it.
    return undefined;
  }
}

/** Linux: /proc, because containers often have no `ps`. */
const linuxTable: ProcessTable = {
  async find(pid) {
    try {
      const [status, command] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'latin1'),
        readFile(`/proc/${pid}/cmdline`, 'utf8'),
      ]);
      if (isZombie(status)) return undefined;
      const current = await folderId(`/proc/${pid}/cwd`);
      return { pid, command: splitCommand(command), ...(current !== undefined && { folderId: current }) };
    } catch {
      // The process ended while we looked, which is the answer.
      return undefined;
    }
  },
  async all() {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const found = await Promise.all(pids.map((pid) => linuxTable.find(pid)));
    return found.filter((process) => process !== undefined);
  },
};

/** macOS and other systems with a `ps`. */
const psTable: ProcessTable = {
  async find(pid) {
    return (await psTable.all()).find((process) => process.pid === pid);
  },
  async all() {
    const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,stat=,command=']);
    return parsePs(stdout);
  },
};

/** The state follows the program's name, which stands in brackets and may itself contain brackets. */
export function isZombie(status: string): boolean {
  return /^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
}

/** Arguments end with a zero byte each; a title of PostgreSQL's is one of them, padded with more. */
export function splitCommand(text: string): string[] {
  return text.replace(/[\0 ]+$/, '').split('\0');
}

export function parsePs(text: string): ProcessInfo[] {
  return text.split('\n').flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || command === undefined || state?.startsWith('Z')
      ? []
      : [{ pid: Number(pid), command: [command] }];
  });
}
