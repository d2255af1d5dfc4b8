import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processTable } from './processes.ts';
import { ask, beBusy, keepWriting, missing } from './testing/client.ts';
import type { ReadyEvent } from './testing/driver-protocol.ts';
import { startDriver, type Driver, type DriverOptions } from './testing/start-driver.ts';
import { isRoot, openToolbox, ORDINARY, type Toolbox } from './testing/toolbox.ts';

const NOBODY = 65_534;
const canMount = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0;
/** The capabilities that Docker leaves to root. */
const DOCKER =
  'chown,dac_override,fowner,fsetid,kill,setgid,setuid,setpcap,net_bind_service,net_raw,sys_chroot,mknod,audit_write,setfcap';

async function linksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isSymbolicLink() ? [entry.name] : []));
}

describe.skipIf(process.platform !== 'linux')('the account of the server', { timeout: 120_000 }, () => {
  let toolbox: Toolbox;
  beforeAll(async () => {
    toolbox = await openToolbox();
  }, 120_000);
  afterAll(() => toolbox?.remove());

  const start = (options: DriverOptions): Driver => startDriver(toolbox, options);

  /** A home below a folder of mode 0700, as everything under /root is. */
  async function closedHome(name: string): Promise<string> {
    const parent = join(toolbox.folder, `zamknięty ${name}`);
    await mkdir(parent, { mode: 0o700 });
    return toolbox.cloneHome(join(`zamknięty ${name}`, 'baza'));
  }

  /** Starts, writes, stops; answers what the driver told and whom the files belong to. */
  async function useOnce(options: DriverOptions): Promise<ReadyEvent & { readonly owner: number }> {
    const driver = start(options);
    const ready = await driver.ready();
    await ask(ready.connection, 'create table if not exists used as select 1 as n');
    expect(await ask(ready.connection, 'select n from used')).toBe('1');
    await driver.stop();
    return { ...ready, owner: (await stat(join(options.home, 'data', 'PG_VERSION'))).uid };
  }

  it('is one’s own for an ordinary user', async () => {
    const home = await toolbox.cloneHome('zwykły', ORDINARY);
    const { how, owner } = await useOnce({ home, uid: ORDINARY });
    expect(how).toBe('self');
    expect(owner).toBe(ORDINARY ?? process.getuid?.());
    expect((await stat(home)).mode & 0o777).toBe(0o700);
  });

  describe.skipIf(!isRoot)('for root (needs root)', () => {
    it('is plainly another where it can pass all folders, and the home cannot be listed by it', async () => {
      const home = await toolbox.cloneHome('otwarty');
      const { how, owner } = await useOnce({ home });
      expect(how).toBe('uid');
      expect(owner).not.toBe(0);
      expect((await stat(home)).mode & 0o777).toBe(0o711);
      expect((await stat(join(home, 'data'))).mode & 0o777).toBe(0o700);
    });

    it('is another that may pass closed folders below a folder of mode 0700', async () => {
      const home = await closedHome('setpriv');
      const { how, owner } = await useOnce({ home });
      expect(how).toBe('setpriv');
      expect(owner).not.toBe(0);
      expect((await stat(home)).mode & 0o777).toBe(0o700);
    });

    it('is root’s own seen through a namespace where there is no setpriv', async (context) => {
      const home = await closedHome('userns');
      const driver = start({ home, path: await toolbox.searchPath('unshare', 'test') });
      const first = await Promise.race([driver.ready(), driver.event('failed')]);
      context.skip(first.event === 'failed' && first.code === 'cannot_run_as_root', 'no user namespaces here');
      expect(first).toMatchObject({ event: 'ready', how: 'userns' });
      expect((await stat(join(home, 'data', 'PG_VERSION'))).uid).toBe(0);
      await driver.stop();
    });

    it('does not exist where all ways are closed: the error says so and nothing is changed', async () => {
      const home = await closedHome('nijak');
      const { code, message } = await start({ home, path: await toolbox.searchPath() }).event('failed');
      expect(code).toBe('cannot_run_as_root');
      expect(message).toContain('Uruchom serwer jako zwykły użytkownik');
      expect(message).toContain('DATABASE_URL');
      expect((await stat(join(home, 'data', 'PG_VERSION'))).uid).toBe(0);
      expect((await useOnce({ home })).how).toBe('setpriv');
    });

    it('makes a new database in each of the ways', async () => {
      const closed = join(toolbox.folder, 'zamknięte nowe');
      await mkdir(closed, { mode: 0o700 });
      expect((await useOnce({ home: join(toolbox.folder, 'nowa') })).how).toBe('uid');
      expect((await useOnce({ home: join(closed, 'nowa') })).how).toBe('setpriv');
    });

    it('may change with the way: the files go with it', async () => {
      const home = await closedHome('zmienny');
      const path = await toolbox.searchPath('unshare', 'test');
      const parent = join(home, '..');
      expect(await useOnce({ home })).toMatchObject({ how: 'setpriv' });
      await toolbox.giveTo(join(home, 'data'), 0);
      expect(await useOnce({ home })).toMatchObject({ how: 'setpriv' });
      await chmod(parent, 0o755);
      expect(await useOnce({ home })).toMatchObject({ how: 'uid' });
      await chmod(parent, 0o700);
      const last = start({ home, path });
      const outcome = await Promise.race([last.ready(), last.event('failed')]);
      expect(outcome.event === 'ready' ? outcome.how : outcome.code).toMatch(/^(userns|cannot_run_as_root)$/);
      await last.kill();
    });

    it('is the ordinary user’s whose files they are, who can go on afterwards', async () => {
      const home = await toolbox.cloneHome('raz jako root', NOBODY);
      expect((await useOnce({ home, uid: NOBODY })).how).toBe('self');
      expect(await useOnce({ home })).toMatchObject({ how: 'uid', owner: NOBODY });
      expect(await useOnce({ home, uid: NOBODY })).toMatchObject({ how: 'self', owner: NOBODY });
    });

    it('is refused to an ordinary user on root’s files, with what to do', async () => {
      const home = await toolbox.cloneHome('cudzy');
      await chmod(home, 0o755);
      const { code, message } = await start({ home, uid: NOBODY }).event('failed');
      expect(code).toBe('start_failed');
      expect(message).toContain('należy do innego konta');
      expect(message).toContain('chown -R');
    });

    it('with a number but no name cannot make a database, but can run one', async () => {
      const fresh = join(toolbox.folder, 'bez nazwy');
      await mkdir(fresh);
      await chown(fresh, 54_321, 54_321);
      const { code, message } = await start({ home: fresh, uid: 54_321 }).event('failed');
      expect(code).toBe('initdb_failed');
      expect(message).toContain('54321');
      expect((await readdir(fresh)).filter((name) => name.startsWith('init-'))).toEqual([]);

      const made = await toolbox.cloneHome('bez nazwy, gotowa', 54_321);
      expect((await useOnce({ home: made, uid: 54_321 })).how).toBe('self');
    });

    it('reaches a short socket folder too, when the path at home is too long', async () => {
      const home = await toolbox.cloneHome('długa ścieżka'.padEnd(120, 'a'));
      const { how, connection } = await useOnce({ home });
      expect(how).toBe('uid');
      expect(connection.host).toMatch(/goniec-[0-9a-f]{12}$/);
    });

    it('loses nothing when everything is killed, even in a container that hides processes’ folders', async () => {
      const home = await closedHome('docker');
      const keep = DOCKER.split(',').map((name) => `+${name}`);
      const prefix = ['setpriv', `--bounding-set=-all,${keep.join(',')}`, `--inh-caps=-all`];
      const path = process.env['PATH'];
      const first = start({ home, prefix, ...(path && { path }) });
      const { connection, pid, how } = await first.ready();
      expect(how).toBe('setpriv');
      const writer = await keepWriting(connection);
      await writer.reached(30);
      const orphan = await beBusy(connection);
      process.kill(pid, 'SIGKILL');
      await first.kill();
      await writer.lost;

      const second = start({ home, prefix });
      expect(await missing((await second.ready()).connection, writer.confirmed)).toEqual([]);
      expect(await processTable(process.platform).find(orphan)).toBeUndefined();
      await second.stop();
    });
  });
});

describe.skipIf(process.platform !== 'linux')('skipped install scripts', { timeout: 120_000 }, () => {
  let toolbox: Toolbox;
  const libraries = (): string => join(toolbox.native, 'lib');
  beforeAll(async () => {
    toolbox = await openToolbox();
  }, 120_000);
  afterAll(() => toolbox?.remove());

  async function removeLinks(): Promise<string[]> {
    const names = await linksIn(libraries());
    await Promise.all(names.map((name) => rm(join(libraries(), name))));
    return names;
  }

  async function startsWith(options: DriverOptions): Promise<string> {
    const driver = startDriver(toolbox, options);
    const { connection } = await driver.ready();
    const answer = await ask(connection, "select 'działa'");
    await driver.stop();
    return answer;
  }

  it('are made up for in the program’s folder', async () => {
    const names = await removeLinks();
    expect(names.length).toBeGreaterThan(10);
    const home = await toolbox.cloneHome('łącza w programie');
    expect(await startsWith({ home })).toBe('działa');
    expect((await linksIn(libraries())).toSorted()).toEqual(names.toSorted());
    expect(await readdir(home)).not.toContain('lib');
  });

  it.skipIf(!isRoot)(
    'are made up for at home when the program’s folder is another account’s (needs root)',
    async () => {
      const names = await removeLinks();
      const home = await toolbox.cloneHome('łącza w domu', NOBODY);
      expect(await startsWith({ home, uid: NOBODY })).toBe('działa');
      expect(await linksIn(libraries())).toEqual([]);
      expect((await linksIn(join(home, 'lib'))).toSorted()).toEqual(names.toSorted());
      expect(await readlink(join(home, 'lib', 'libpq.so'))).toContain(libraries());

      const fresh = join(toolbox.folder, 'łącza w nowym domu');
      await mkdir(fresh);
      await chown(fresh, NOBODY, NOBODY);
      expect(await startsWith({ home: fresh, uid: NOBODY })).toBe('działa');
    },
  );

  it.skipIf(!isRoot)('cannot be made up for at a home whose path is a list to the loader (needs root)', async () => {
    await removeLinks();
    const home = await toolbox.cloneHome('dwa:foldery', NOBODY);
    const { code, message } = await startDriver(toolbox, { home, uid: NOBODY }).event('failed');
    expect(code).toBe('binaries_missing');
    expect(message).toContain('npm rebuild');
  });

  it.skipIf(!canMount)(
    'are made up for at root’s home on a read-only disk, in both ways (needs root and mount)',
    async () => {
      await removeLinks();
      const before = [
        ['mount', '--bind', toolbox.native, toolbox.native],
        ['mount', '-o', 'remount,ro,bind', toolbox.native],
      ];
      const prefix = ['unshare', '--mount'];
      const open = await toolbox.cloneHome('tylko odczyt');
      expect(await startsWith({ home: open, prefix, before })).toBe('działa');
      expect(await linksIn(join(open, 'lib'))).toContain('libpq.so');

      await mkdir(join(toolbox.folder, 'zamknięty odczyt'), { mode: 0o700 });
      const closed = await toolbox.cloneHome(join('zamknięty odczyt', 'baza'));
      expect(await startsWith({ home: closed, prefix, before })).toBe('działa');
      expect(await linksIn(libraries())).toEqual([]);
    },
  );
});
