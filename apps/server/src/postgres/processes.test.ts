import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { makeZombie } from './testing/zombie.ts';
import { folderId, isZombie, parsePs, processTable, splitCommand } from './processes.ts';

describe('a line of /proc/…/stat', () => {
  it.each([
    ['12 (postgres) S 1 12', false],
    ['12 (postgres) Z 1 12', true],
    ['12 (postgres) X 1 12', true],
    ['12 (odd) Z name) R 1 12', false],
    ['12 (odd (name)) Z 1 12', true],
  ])('%s: zombie is %s', (line, zombie) => {
    expect(isZombie(line)).toBe(zombie);
  });
});

describe('a command line from /proc', () => {
  it.each([
    ['/a b/postgres\0-D\0/dane ż\0', ['/a b/postgres', '-D', '/dane ż']],
    ['postgres: goniec-0: checkpointer \0\0\0\0', ['postgres: goniec-0: checkpointer']],
    ['x\0\0y\0', ['x', '', 'y']],
    ['', ['']],
  ])('%j is %j', (text, args) => {
    expect(splitCommand(text)).toEqual(args);
  });
});

describe('the output of ps', () => {
  it('gives pids and whole commands, and leaves zombies out', () => {
    const text = [
      '    1 Ss   /sbin/launchd',
      '  812 S    /opt/pg/bin/postgres -D /Users/jan/Dane żółte/data -c port=5432',
      '  900 Z    (postgres)',
      '12345 Ss   postgres: goniec-0123456789ab: checkpointer   ',
      '',
    ].join('\n');
    expect(parsePs(text)).toEqual([
      { pid: 1, command: ['/sbin/launchd'] },
      { pid: 812, command: ['/opt/pg/bin/postgres -D /Users/jan/Dane żółte/data -c port=5432'] },
      { pid: 12_345, command: ['postgres: goniec-0123456789ab: checkpointer   '] },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('the processes of this system', () => {
  const table = processTable(process.platform);

  it.skipIf(process.platform !== 'linux')('tell the folder they work in', async () => {
    expect((await table.find(process.pid))?.folderId).toBe(await folderId(process.cwd()));
  });

  it('include this one', async () => {
    expect((await table.find(process.pid))?.command.join(' ')).toContain('node');
    expect((await table.all()).map(({ pid }) => pid)).toContain(process.pid);
  });

  it('do not include one that has ended', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    expect(await table.find(child.pid ?? 0)).toBeUndefined();
  });

  it.skipIf(process.platform !== 'linux')('do not include a zombie', async () => {
    const { pid, release } = await makeZombie();
    expect(() => process.kill(pid, 0)).not.toThrow();
    expect(await table.find(pid)).toBeUndefined();
    release();
  });
});
