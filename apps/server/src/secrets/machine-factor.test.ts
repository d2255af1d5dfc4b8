import { describe, expect, it } from 'vitest';
import { detectFactor, MachineFactorError, type MachineReaders, readMachineFactor } from './machine-factor.ts';

const ID = '0123456789abcdef0123456789abcdef';
const HOST_MOUNTS = '28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n29 28 0:5 / /dev rw - devtmpfs udev rw\n';
const CONTAINER_MOUNTS = '310 200 0:52 / / rw,relatime master:9 - overlay overlay rw,lowerdir=/l\n';

function machine(
  platform: NodeJS.Platform,
  files: Readonly<Record<string, string>>,
  more: Partial<MachineReaders> = {},
): MachineReaders {
  return { platform, env: {}, readText: async (path) => files[path] ?? null, run: async () => null, ...more };
}

const host = {
  '/etc/machine-id': `${ID}\n`,
  '/proc/1/cgroup': '0::/init.scope\n',
  '/proc/self/mountinfo': HOST_MOUNTS,
};

const factorOf = (id: string): Promise<string> =>
  readMachineFactor('machine-id', machine('linux', { ...host, '/etc/machine-id': id }));

const windows = (guid: string): MachineReaders =>
  machine(
    'win32',
    {},
    {
      env: { SystemRoot: String.raw`D:\Win` },
      run: async (file, args) =>
        file === String.raw`D:\Win\System32\reg.exe` &&
        args.join(' ').endsWith(String.raw`Cryptography /v MachineGuid /reg:64`)
          ? `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    ${guid}\r\n\r\n`
          : null,
    },
  );

const mac = (uuid: string): MachineReaders =>
  machine(
    'darwin',
    {},
    {
      run: async (file) => (file === '/usr/sbin/ioreg' ? `  | {\n  |   "IOPlatformUUID" = "${uuid}"\n  | }\n` : null),
    },
  );

describe('choosing the factor', () => {
  it('a Linux host is known by its machine-id', async () => {
    expect(await detectFactor(machine('linux', host))).toBe('machine-id');
  });

  it.each<[what: string, files: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>]>([
    ['docker', { '/.dockerenv': '' }],
    ['podman', { '/run/.containerenv': '' }],
    ['systemd-nspawn or LXC', { '/run/systemd/container': 'lxc\n' }],
    ['an old cgroup of docker', { '/proc/1/cgroup': '12:pids:/docker/3f2a\n' }],
    ['an old cgroup of Kubernetes', { '/proc/1/cgroup': '4:cpu:/kubepods/burstable/pod1/9a\n' }],
    ['a layered root', { '/proc/1/cgroup': '0::/\n', '/proc/self/mountinfo': CONTAINER_MOUNTS }],
    ['Kubernetes', {}, { KUBERNETES_SERVICE_HOST: '10.0.0.1' }],
    ['the variable of the container interface', {}, { container: 'podman' }],
  ])('a container never gets the machine-id: %s', async (_what, files, env = {}) => {
    expect(await detectFactor(machine('linux', { ...host, ...files }, { env }))).toBe('none');
  });

  it('an overlay of something else than the root is no container', async () => {
    const mounts = `${HOST_MOUNTS}310 28 0:52 / /var/lib/docker/overlay2/x/merged rw - overlay overlay rw\n`;
    expect(await detectFactor(machine('linux', { ...host, '/proc/self/mountinfo': mounts }))).toBe('machine-id');
  });

  it.each(['', 'uninitialized\n', '0'.repeat(32), 'short', ID.toUpperCase()])(
    'a machine-id that is no id ("%s") is not picked',
    async (id) => {
      expect(await detectFactor(machine('linux', { ...host, '/etc/machine-id': id }))).toBe('none');
    },
  );

  it('Windows and macOS are known by theirs, other systems by none', async () => {
    expect(await detectFactor(windows('9b1d0f3c-0000-4a4a-8888-123456789abc'))).toBe('machine-id');
    expect(await detectFactor(mac('9B1D0F3C-0000-4A4A-8888-123456789ABC'))).toBe('machine-id');
    expect(await detectFactor(machine('win32', {}))).toBe('none');
    expect(await detectFactor(machine('freebsd', host))).toBe('none');
  });

  it('a Windows container gets none', async () => {
    const { env } = windows('9b1d0f3c-0000-4a4a-8888-123456789abc');
    const readers = machine('win32', {}, { env, run: async () => 'ContainerType    REG_DWORD    0x2' });
    expect(await detectFactor(readers)).toBe('none');
  });
});

describe('reading the factor', () => {
  it('none is the same everywhere', async () => {
    expect(await readMachineFactor('none', machine('linux', host))).toBe('none');
    expect(await readMachineFactor('none', machine('win32', {}))).toBe('none');
  });

  it('the id itself never shows, only a keyed hash of it', async () => {
    const factor = await readMachineFactor('machine-id', machine('linux', host));
    expect(factor).toMatch(/^machine-id:[0-9a-f]{64}$/);
    expect(factor).not.toContain(ID);
  });

  it('is stable on one machine and differs between machines', async () => {
    expect(await factorOf(ID)).toBe(await factorOf(`${ID}\n`));
    expect(await factorOf(ID)).not.toBe(await factorOf(`f${ID.slice(1)}`));
  });

  it('does not depend on the case in which Windows prints the id', async () => {
    const lower = '9b1d0f3c-0000-4a4a-8888-123456789abc';
    expect(await readMachineFactor('machine-id', windows(lower.toUpperCase()))).toBe(
      await readMachineFactor('machine-id', windows(lower)),
    );
  });

  it('asked for where there is none, it says what to set', async () => {
    const reading = readMachineFactor('machine-id', machine('linux', {}));
    await expect(reading).rejects.toThrow(MachineFactorError);
    await expect(reading).rejects.toThrow('GONIEC_MACHINE_FACTOR=none');
  });

  it('on this very machine, what was detected can be read', async () => {
    const kind = await detectFactor();
    expect(await readMachineFactor(kind)).toMatch(kind === 'none' ? /^none$/ : /^machine-id:[0-9a-f]{64}$/);
  });
});
