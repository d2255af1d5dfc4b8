import { copyFile, mkdir, readdir, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagOf } from './home.ts';
import { processTable } from './processes.ts';
import { ask, beBusy, keepWriting, missing } from './testing/client.ts';
import { startDriver, type Driver, type DriverOptions } from './testing/start-driver.ts';
import { openToolbox, ORDINARY, type Toolbox } from './testing/toolbox.ts';

const processes = processTable(process.platform);
const isRunning = async (pid: number): Promise<boolean> => (await processes.find(pid)) !== undefined;
const patience = { timeout: 60_000 };

/** The pids of a home's server and all its children. */
async function serverOf(home: string): Promise<number[]> {
  const all = await processes.all();
  return all.filter(({ command }) => command.join(' ').includes(tagOf(home))).map(({ pid }) => pid);
}

/** Waits until initdb is well on its way. */
async function unfinished(home: string): Promise<string> {
  let found = '';
  const find = async (): Promise<string> => {
    const name = (await readdir(home)).find((entry) => entry.startsWith('init-'));
    if (name && (await readdir(join(home, name, 'base')).catch(() => [])).length > 0) found = name;
    return found;
  };
  await expect.poll(find, { ...patience, interval: 5 }).not.toBe('');
  return found;
}

// Every driver runs as an ordinary user here; what differs for root is in accounts.test.ts, lying pid files in leftover-files.test.ts.
describe.skipIf(process.platform === 'win32')('after a crash', { timeout: 120_000 }, () => {
  let toolbox: Toolbox;
  beforeAll(async () => {
    toolbox = await openToolbox();
  }, 120_000);
  afterAll(() => toolbox?.remove());

  const cloneHome = (name: string): Promise<string> => toolbox.cloneHome(name, ORDINARY);
  async function freshHome(name: string): Promise<string> {
    const home = join(toolbox.folder, name);
    await mkdir(home);
    await toolbox.giveTo(home, ORDINARY);
    return home;
  }

  const start = (options: DriverOptions): Driver => startDriver(toolbox, { uid: ORDINARY, ...options });

  describe('no confirmed commit is lost', () => {
    const settings = { fsync: 'on' };

    it.skipIf(process.platform !== 'linux')(
      'when the application is killed: the server stops cleanly by itself (Linux)',
      async () => {
        const home = await cloneHome('kill programu');
        const first = start({ home, settings });
        const { connection, pid } = await first.ready();
        const writer = await keepWriting(connection);
        await writer.reached(50);
        await first.kill();
        await writer.lost;
        await expect.poll(() => isRunning(pid), patience).toBe(false);
        await expect(stat(join(home, 'data', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);

        const second = start({ home, settings });
        expect(await missing((await second.ready()).connection, writer.confirmed)).toEqual([]);
        await second.stop();
      },
    );

    it('when the application is killed and its server stays: the next start stops that first', async () => {
      const home = await cloneHome('serwer zostaje');
      const first = start({ home, settings, path: await toolbox.searchPath() });
      const { connection, pid } = await first.ready();
      const writer = await keepWriting(connection);
      await writer.reached(50);
      await first.kill();
      await writer.reached(writer.confirmed.length + 20);
      expect(await isRunning(pid)).toBe(true);

      const second = start({ home, settings });
      const ready = await second.ready();
      await writer.lost;
      expect(await isRunning(pid)).toBe(false);
      expect(await missing(ready.connection, writer.confirmed)).toEqual([]);
      await second.stop();
    });

    it('when the server is killed: the application is told, and may start it again', async () => {
      const home = await cloneHome('kill serwera');
      const driver = start({ home, settings });
      const { connection, pid } = await driver.ready();
      const writer = await keepWriting(connection);
      await writer.reached(50);
      process.kill(pid, 'SIGKILL');
      expect((await driver.event('exited')).code).toBeNull();
      await writer.lost;
      driver.tell('restart');
      await expect.poll(() => driver.seen.filter(({ event }) => event === 'ready').length, patience).toBe(2);
      expect(await missing(connection, writer.confirmed)).toEqual([]);
      await driver.stop();
    });

    it('when everything is killed at once, again and again', async () => {
      const home = await cloneHome('kill wszystkiego');
      const confirmed: number[] = [];
      for (let round = 1; round <= 3; round++) {
        const driver = start({ home, settings });
        const writer = await keepWriting((await driver.ready()).connection, round * 1_000_000);
        await writer.reached(30);
        for (const pid of await serverOf(home)) process.kill(pid, 'SIGKILL');
        await driver.kill();
        await writer.lost;
        confirmed.push(...writer.confirmed);
      }
      const last = start({ home, settings });
      expect(await missing((await last.ready()).connection, confirmed)).toEqual([]);
      await last.stop();
    });

    it('when a query outlives its killed server and still holds the memory', async () => {
      const home = await cloneHome('zapytanie zostaje');
      const first = start({ home, settings });
      const { connection, pid } = await first.ready();
      const writer = await keepWriting(connection);
      await writer.reached(30);
      const orphan = await beBusy(connection);
      process.kill(pid, 'SIGKILL');
      await first.kill();
      await writer.lost;
      expect(await isRunning(orphan)).toBe(true);

      const second = start({ home, settings });
      expect(await missing((await second.ready()).connection, writer.confirmed)).toEqual([]);
      expect(await isRunning(orphan)).toBe(false);
      await second.stop();
    });

    it('when the same happens and even the pid file is gone', async () => {
      const home = await cloneHome('bez pliku pid');
      const first = start({ home, settings });
      const { connection, pid } = await first.ready();
      const orphan = await beBusy(connection);
      process.kill(pid, 'SIGKILL');
      await first.kill();
      await rename(join(home, 'data', 'postmaster.pid'), join(home, 'zabrany'));

      const second = start({ home, settings });
      await second.ready();
      expect(await isRunning(orphan)).toBe(false);
      await second.stop();
    });

    it.skipIf(process.platform !== 'linux')(
      'when the home was renamed under a server that stayed (Linux)',
      async () => {
        const home = await cloneHome('stara nazwa');
        const first = start({ home, settings, path: await toolbox.searchPath() });
        const { connection, pid } = await first.ready();
        const writer = await keepWriting(connection);
        await writer.reached(30);
        await first.kill();
        const renamed = join(toolbox.folder, 'nowa nazwa');
        await rename(home, renamed);

        const second = start({ home: renamed, settings });
        const ready = await second.ready();
        await writer.lost;
        expect(await isRunning(pid)).toBe(false);
        expect(await missing(ready.connection, writer.confirmed)).toEqual([]);
        await second.stop();
      },
    );
  });

  describe('while a new database is being made', () => {
    /** PostgreSQL whose initdb stands still half-way for as long as it lives. */
    async function standingProgram(): Promise<string> {
      const folder = join(toolbox.folder, 'stojący program');
      await mkdir(join(folder, 'bin'), { recursive: true });
      for (const name of ['lib', 'share']) await symlink(join(toolbox.native, name), join(folder, name));
      await copyFile(join(toolbox.native, 'bin', 'initdb'), join(folder, 'bin', 'initdb'));
      // Between initdb and what it runs there may be a shell.
      const script = `#!/bin/sh
case "$*" in *--boot*)
  initdb=$PPID
  case $(ps -o args= -p $PPID) in *'sh -c'*) initdb=$(ps -o ppid= -p $PPID) ;; esac
  while kill -0 $initdb; do sleep 0.1; done
  exit 1
esac
exec '${join(toolbox.native, 'bin', 'postgres')}' "$@"
`;
      await writeFile(join(folder, 'bin', 'postgres'), script, { mode: 0o755 });
      return folder;
    }
    let host: { readonly programFolder: string };
    beforeAll(async () => {
      host = { programFolder: await standingProgram() };
    });

    it('the application is killed: nothing half-made is taken for a database, and the next start makes it', async () => {
      const home = await freshHome('przerwane');
      const first = start({ home, host });
      await unfinished(home);
      await first.kill();
      expect(await readdir(home)).not.toContain('data');

      const second = start({ home });
      const { connection } = await second.ready();
      expect(await ask(connection, 'select count(*) from pg_database')).toBe('3');
      expect((await readdir(home)).filter((name) => name.startsWith('init-'))).toEqual([]);
      await second.stop();
    });

    it('initdb is killed: the error says so, and nothing is left', async () => {
      const home = await freshHome('ubite initdb');
      const driver = start({ home, host });
      const name = await unfinished(home);
      const victim = (await processes.all()).find(({ command }) => command.some((text) => text.endsWith(`/${name}`)));
      expect(victim).toBeDefined();
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      expect((await driver.event('failed')).code).toBe('initdb_failed');
      await expect.poll(() => readdir(home), patience).not.toContain(name);
      expect(await readdir(home)).not.toContain('data');
    });

    it('somebody’s file stands where it should be: it stays, and the error says what to do', async () => {
      const home = await freshHome('zajęte miejsce');
      await writeFile(join(home, 'data'), 'ważne');
      const { code, message } = await start({ home }).event('failed');
      expect(code).toBe('start_failed');
      expect(message).toContain('restore the database from a backup, or move this away');
    });
  });

  it('Ctrl+C in the terminal reaches the application alone, which can still write', async () => {
    const driver = start({ home: await cloneHome('terminal') });
    const { connection } = await driver.ready();
    // What a terminal does: a signal to the whole process group.
    process.kill(-(driver.process.pid ?? 0), 'SIGINT');
    await driver.event('interrupted');
    expect(await ask(connection, "select 'jeszcze działa'")).toBe('jeszcze działa');
    await driver.stop();
  });
});
