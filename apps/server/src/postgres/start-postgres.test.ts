import { mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './start-postgres.ts';
import { ask, withClient } from './testing/client.ts';
import { startDriver } from './testing/start-driver.ts';
import { openToolbox, ORDINARY, type Toolbox } from './testing/toolbox.ts';

const FAST = { fsync: 'off', shared_buffers: '16MB' };

describe.skipIf(process.platform === 'win32')('the embedded PostgreSQL', { timeout: 120_000 }, () => {
  let toolbox: Toolbox;
  beforeAll(async () => {
    toolbox = await openToolbox();
  }, 120_000);
  afterAll(() => toolbox?.remove());

  it('is made at first start, also where an empty folder waits for it, and has its rows at the second', async () => {
    const home = join(toolbox.folder, 'pierwsza baza ż');
    await mkdir(join(home, 'data'), { recursive: true });
    const steps: string[] = [];
    const onProgress = (step: string): number => steps.push(step);

    const first = await startPostgres(home, { settings: FAST, onProgress });
    await ask(first.connection, "create table word as select 'Gżegżółka' as text");
    await first.stop();
    const second = await startPostgres(home, { settings: FAST, onProgress });
    expect(await ask(second.connection, 'select text from word')).toBe('Gżegżółka');
    await second.stop();

    expect(steps).toEqual(['initdb', 'start', 'start']);
    expect((await readdir(home)).toSorted()).toEqual(['data', 'in-use-by', 'lock', 'run']);
  });

  it('is durable, in UTF-8, ordered the same everywhere, and closed to the network', async () => {
    const home = await toolbox.cloneHome('domyślna');
    const server = await startPostgres(home);
    const settings = await withClient(server.connection, async (client) => {
      const { rows } = await client.query<{ name: string; setting: string }>('select name, setting from pg_settings');
      return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    });
    expect(settings).toMatchObject({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      jit: 'off',
      wal_compression: 'pglz',
    });
    expect(
      await ask(
        server.connection,
        "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'",
      ),
    ).toBe('bC.UTF-8');
    expect(await ask(server.connection, "select lower('ŻÓŁĆ')")).toBe('żółć');
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it('may have its data on another disk, behind a link', async () => {
    const home = await toolbox.cloneHome('dom z łączem');
    const disk = join(toolbox.folder, 'inny dysk');
    await rename(join(home, 'data'), disk);
    await symlink(disk, join(home, 'data'));
    const server = await startPostgres(home, { settings: FAST });
    expect(await ask(server.connection, "select current_setting('data_directory')")).toBe(disk);
    await server.stop();
  });

  it('does not make a database in the place of a disk that is not there', async () => {
    const home = join(toolbox.folder, 'dom bez dysku');
    await mkdir(home);
    await symlink(join(toolbox.folder, 'odłączony dysk'), join(home, 'data'));
    await expect(startPostgres(home, { settings: FAST })).rejects.toMatchObject({ code: 'start_failed' });
    expect(await readdir(home)).not.toContainEqual(expect.stringMatching(/^init-/));
  });

  it('tells when it ends, and is stopped once by any number of calls', async () => {
    const server = await startPostgres(await toolbox.cloneHome('koniec'), { settings: FAST });
    const [one, two] = [server.stop(), server.stop()];
    expect(two).toBe(one);
    await one;
    expect(await server.exited).toEqual({ code: 0 });
    expect(() => process.kill(server.pid, 0)).toThrow(/ESRCH/);
  });

  it('does not wait for idle clients when it stops', async () => {
    const server = await startPostgres(await toolbox.cloneHome('klient'), { settings: FAST });
    const failure = withClient(server.connection, async (client) => {
      await client.query('begin');
      await server.stop();
      return client.query('select 1');
    });
    await expect(failure).rejects.toThrow(/terminat|closed|not queryable/i);
  });

  it('its log tells about the server and never about a client’s statement', async () => {
    const lines: string[] = [];
    const home = await toolbox.cloneHome('dziennik');
    const server = await startPostgres(home, { settings: FAST, log: (line) => lines.push(line) });
    const wrong = "insert into message values ('+48600100200')";
    await expect(ask(server.connection, wrong)).rejects.toThrow(/message/);
    await expect(ask(server.connection, "select '+48600100200'::date")).rejects.toThrow(/48600100200/);
    await server.stop();
    expect(lines.join('\n')).toContain('ready to accept connections');
    expect(lines.join('\n')).not.toMatch(/message|48600100200/);
  });

  it('a setting that the starter decides is refused before anything is made', async () => {
    const home = join(toolbox.folder, 'niczego tu nie ma');
    await expect(startPostgres(home, { settings: { port: '1' } })).rejects.toThrow(TypeError);
    await expect(stat(home)).rejects.toThrow(/ENOENT/);
  });

  it('a setting that PostgreSQL refuses is told in its own words, and the folder is free again', async () => {
    const home = await toolbox.cloneHome('złe ustawienie');
    await expect(startPostgres(home, { settings: { ...FAST, shared_buffers: 'dużo' } })).rejects.toMatchObject({
      code: 'start_failed',
      polish: expect.stringMatching(/shared_buffers/),
    });
    await (await startPostgres(home, { settings: FAST })).stop();
  });

  describe('a folder in use', () => {
    it('is refused to the same program, and free after the stop', async () => {
      const home = await toolbox.cloneHome('dwa "razy"');
      const server = await startPostgres(home, { settings: FAST });
      await expect(startPostgres(home)).rejects.toMatchObject({ code: 'folder_in_use' });
      expect(await ask(server.connection, 'select 1')).toBe('1');
      await server.stop();
      await (await startPostgres(home, { settings: FAST })).stop();
    });

    it('is refused to another program, in Polish and English, and nothing happens to the first', async () => {
      const home = await toolbox.cloneHome('dwa programy');
      const server = await startPostgres(home, { settings: FAST });
      const second = startDriver(toolbox, { home });
      const { code, message } = await second.event('failed');
      expect(code).toBe('folder_in_use');
      expect(message).toContain(`jest już używany przez inny program (pid ${process.pid}, `);
      expect(message).toContain('choose another data folder');
      expect(await ask(server.connection, 'select 1')).toBe('1');
      await server.stop();
    });
  });

  describe('a path too long for a socket', () => {
    it('puts the socket into a short closed folder, which goes with the server', async () => {
      const home = await toolbox.cloneHome('głęboko'.padEnd(120, 'o'));
      const server = await startPostgres(home, { settings: FAST });
      const { host } = server.connection;
      expect(Buffer.byteLength(host)).toBeLessThan(94);
      expect(host).toMatch(/goniec-[0-9a-f]{12}$/);
      expect((await stat(host)).mode & 0o777).toBe(0o700);
      expect(await ask(server.connection, 'select 1')).toBe('1');
      await server.stop();
      await expect(stat(host)).rejects.toThrow(/ENOENT/);
    });

    it('goes round a short folder that somebody else made first', async () => {
      const home = await toolbox.cloneHome('długo'.padEnd(120, 'o'));
      const first = await startPostgres(home, { settings: FAST });
      await first.stop();
      await writeFile(first.connection.host, 'planted');
      const second = await startPostgres(home, { settings: FAST });
      expect(second.connection.host).not.toBe(first.connection.host);
      expect(await ask(second.connection, 'select 1')).toBe('1');
      await second.stop();
      await rm(first.connection.host);
    });
  });

  describe('a data folder that is not ours to start', () => {
    it('of another major version is left as it is', async () => {
      const home = await toolbox.cloneHome('stara wersja');
      await writeFile(join(home, 'data', 'PG_VERSION'), '17\n');
      await expect(startPostgres(home)).rejects.toMatchObject({
        code: 'major_version_mismatch',
        message: expect.stringMatching(/PostgreSQL 17[^]*PostgreSQL 18/),
      });
    });

    it('that lost its version is not replaced by an empty database', async () => {
      const home = join(toolbox.folder, 'resztki');
      await mkdir(join(home, 'data', 'base'), { recursive: true });
      await expect(startPostgres(home)).rejects.toMatchObject({ code: 'start_failed' });
      expect(await readdir(join(home, 'data'))).toEqual(['base']);
    });
  });

  it('over TCP, as on Windows, asks for the password that lies beside the cluster', async () => {
    const home = join(toolbox.folder, 'tcp');
    await mkdir(home);
    await toolbox.giveTo(home, ORDINARY);
    const driver = startDriver(toolbox, { home, host: { transport: 'tcp' }, uid: ORDINARY });
    const { connection } = await driver.ready();
    expect(connection.host).toBe('127.0.0.1');
    expect(await ask(connection, "select current_setting('unix_socket_directories')")).toBe('');
    await expect(ask({ ...connection, password: 'zgaduję' }, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
    await driver.stop();

    const again = startDriver(toolbox, { home, host: { transport: 'tcp' }, uid: ORDINARY });
    expect((await again.ready()).connection.password).toBe(connection.password);
    await again.stop();
  });
});
