// What ties the key to this machine, besides the key file (domain-facts 5.1, recommendation 2). The number of an operating
// system's installation is confidential: only a keyed hash of it leaves this module.
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { win32 } from 'node:path';
import { promisify } from 'node:util';

export type FactorKind = 'none' | 'machine-id';

export interface MachineReaders {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Content of a file, null when there is none to read. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Standard output of a program, null when it failed. */
  readonly run: (file: string, args: readonly string[]) => Promise<string | null>;
}

export class MachineFactorError extends Error {
  override readonly name = 'MachineFactorError';
}

const LABEL = 'goniec/machine-id/v1';
const MACHINE_ID = /^[0-9a-f]{32}$/;
const ALL_ZERO = /^0+$/;

/** Throws MachineFactorError when the factor was asked for by name and this machine has none. */
export async function readMachineFactor(kind: FactorKind, readers: MachineReaders = thisMachine): Promise<string> {
  if (kind === 'none') return 'none';
  const id = await readMachineId(readers);
  if (id !== null) return `machine-id:${createHmac('sha256', LABEL).update(id).digest('hex')}`;
  throw new MachineFactorError(
    'Nie udało się odczytać identyfikatora tego komputera, z którym powiązane są zapisane tokeny. Ustaw GONIEC_MACHINE_FACTOR=none, jeśli Goniec działa w kontenerze albo system go nie ma; tokeny bramek trzeba będzie wpisać ponownie.',
  );
}

/** Containers share the machine-id of their image, or get a new one at each start: there it is never picked. */
export async function detectFactor(readers: MachineReaders = thisMachine): Promise<FactorKind> {
  if (await isContainer(readers)) return 'none';
  return (await readMachineId(readers)) === null ? 'none' : 'machine-id';
}

async function readMachineId({ platform, env, readText, run }: MachineReaders): Promise<string | null> {
  if (platform === 'linux') {
    // "uninitialized" and an empty file are lawful content (machine-id(5)) and mean: none yet.
    const id = (await readText('/etc/machine-id'))?.trim() ?? '';
    return MACHINE_ID.test(id) && !ALL_ZERO.test(id) ? id : null;
  }
  if (platform === 'win32') {
    const key = String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`;
    const printed = await run(regExe(env), ['query', key, '/v', 'MachineGuid', '/reg:64']);
    return /MachineGuid\s+REG_SZ\s+([0-9a-f-]{36})\s/i.exec(printed ?? '')?.[1]?.toLowerCase() ?? null;
  }
  if (platform === 'darwin') {
    const printed = await run('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
    return /"IOPlatformUUID" = "([0-9a-f-]{36})"/i.exec(printed ?? '')?.[1]?.toLowerCase() ?? null;
  }
  return null;
}

const CONTAINER_FILES = ['/.dockerenv', '/run/.containerenv', '/run/systemd/container'];
const CONTAINER_CGROUP = /docker|kubepods|containerd|libpod|lxc|crio|garden/;
const LAYERED_ROOT = /^\d+ \d+ \S+ \S+ \/ .* - (?:overlay|aufs|fuse\.fuse-overlayfs) /m;

/** One sign is enough: a container taken for a host loses its tokens at the next start, a host taken for a container does not. */
async function isContainer({ platform, env, readText, run }: MachineReaders): Promise<boolean> {
  if (platform === 'win32') {
    const key = String.raw`HKLM\SYSTEM\CurrentControlSet\Control`;
    return (await run(regExe(env), ['query', key, '/v', 'ContainerType'])) !== null;
  }
  if (platform !== 'linux') return false;
  if (env['KUBERNETES_SERVICE_HOST'] !== undefined || env['container'] !== undefined) return true;
  const files = await Promise.all(CONTAINER_FILES.map(readText));
  if (files.some((content) => content !== null)) return true;
  const [cgroup, mounts] = await Promise.all(['/proc/1/cgroup', '/proc/self/mountinfo'].map(readText));
  return CONTAINER_CGROUP.test(cgroup ?? '') || LAYERED_ROOT.test(mounts ?? '');
}

/** By full path: a reg.exe planted in the current folder must not be asked. */
const regExe = (env: MachineReaders['env']): string =>
  win32.join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe');

const thisMachine: MachineReaders = {
  platform: process.platform,
  env: process.env,
  readText: (path) => readFile(path, 'utf8').catch(() => null),
  run: (file, args) =>
    promisify(execFile)(file, [...args], { timeout: 10_000, windowsHide: true }).then(
      ({ stdout }) => stdout,
      () => null,
    ),
};
