import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processTable } from './processes.ts';
import { quoteListItem } from './settings.ts';
import { ask } from './testing/client.ts';
import { startDriver, type Driver, type DriverOptions } from './testing/start-driver.ts';
import { openToolbox, ORDINARY, type Toolbox } from './testing/toolbox.ts';
import { makeZombie } from './testing/zombie.ts';

const processes = processTable(process.platform);
const linux = process.platform === 'linux';

// PostgreSQL alone refuses to start when one of these files names a pid that exists, whatever it is.
describe.skipIf(process.platform === 'win32')('files with a pid that a crash left', { timeout: 120_000 }, () => {
  let toolbox: Toolbox;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    toolbox = await openToolbox();
  }, 120_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await toolbox?.remove();
  });

  const start = (options: DriverOptions): Driver => startDriver(toolbox, { uid: ORDINARY, ...options });

  /** A home as a crash leaves it: both files of PostgreSQL say that `pid` is its server. */
  async function crashedHome(name: string, pid: number, firstLine = String(pid)): Promise<string> {
    const home = await toolbox.cloneHome(name, ORDINARY);
    const data = join(home, 'data');
    const run = join(home, 'run');
    await mkdir(run, { mode: 0o700 });
    const text = `${firstLine}\n${data}\n1700000000\n5432\n${run}\n\n   123456         7\nready   \n`;
    await writeFile(join(data, 'postmaster.pid'), text, { mode: 0o600 });
    await writeFile(join(run, '.s.PGSQL.5432.lock'), text, { mode: 0o600 });
    await writeFile(join(run, '.s.PGSQL.5432'), '');
    await toolbox.giveTo(home, ORDINARY);
    return home;
  }

  /** Starts on a home and answers what its server says; the pid file must then be the new server's. */
  async function startOver(home: string, options: Partial<DriverOptions> = {}): Promise<string> {
    const driver = start({ home, ...options });
    const { connection, pid } = await driver.ready();
    const pidFile = await readFile(join(home, 'data', 'postmaster.pid'), 'utf8');
    const answer = await ask(connection, 'select 1');
    await driver.stop();
    return pidFile.startsWith(`${pid}\n`) ? answer : pidFile;
  }

  it('a pid that is now another program’s: that program is left alone', async () => {
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore', ...(ORDINARY && { uid: ORDINARY }) });
    children.push(stranger);
    await once(stranger, 'spawn');
    expect(await startOver(await crashedHome('obcy proces', stranger.pid ?? 0))).toBe('1');
    expect(await processes.find(stranger.pid ?? 0)).toBeDefined();
  });

  it('a pid that is now another home’s server: that server is left alone', async () => {
    const other = start({ home: await toolbox.cloneHome('sąsiad', ORDINARY) });
    const { connection, pid } = await other.ready();
    expect(await startOver(await crashedHome('z pidem sąsiada', pid))).toBe('1');
    expect(await ask(connection, 'select 1')).toBe('1');
    await other.stop();
  });

  it.skipIf(!linux)('a pid of a zombie, as in containers (Linux)', async () => {
    const zombie = await makeZombie(ORDINARY);
    expect(await startOver(await crashedHome('zombie', zombie.pid))).toBe('1');
    zombie.release();
  });

  it('a pid that is now our own', async () => {
    const home = await crashedHome('własny pid', 0);
    // The driver's pid is known to the shell that becomes the driver.
    const script = 'for file; do shift; case $file in --) break;; esac; printf "%s\\n" $$ >"$file"; done; exec "$@"';
    const files = [join(home, 'data', 'postmaster.pid'), join(home, 'run', '.s.PGSQL.5432.lock')];
    expect(await startOver(home, { prefix: ['sh', '-c', script, 'sh', ...files, '--'] })).toBe('1');
  });

  it('a pid that nobody has', async () => {
    const ended = spawn('true', { stdio: 'ignore' });
    await once(ended, 'exit');
    expect(await startOver(await crashedHome('martwy pid', ended.pid ?? 0))).toBe('1');
  });

  it.each([
    ['nothing', ''],
    ['rubbish', 'xyz\0'],
    ['a negative pid', '-1'],
    ['a pid past all bounds', '99999999999999999999'],
  ])('%s where the pid should be', async (_, firstLine) => {
    expect(await startOver(await crashedHome(`plik ${firstLine.length}`, 0, firstLine))).toBe('1');
  });

  it.skipIf(!linux)('a server that somebody started by hand on our data is not stopped but named (Linux)', async () => {
    const home = await toolbox.cloneHome('ręcznie', ORDINARY);
    const data = join(home, 'data');
    const socket = `unix_socket_directories=${quoteListItem(data)}`;
    const args = ['-D', data, '-c', 'listen_addresses=', '-c', socket, '-c', 'fsync=off'];
    const byHand = spawn(join(toolbox.native, 'bin', 'postgres'), args, {
      cwd: '/',
      stdio: 'ignore',
      env: {},
      ...(ORDINARY && { uid: ORDINARY, gid: ORDINARY }),
    });
    children.push(byHand);
    const state = (): Promise<string> => readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
    await expect.poll(state, { timeout: 60_000 }).toContain('ready');

    const { code, message } = await start({ home }).event('failed');
    expect(code).toBe('folder_in_use');
    expect(message).toContain(`(PostgreSQL, pid ${byHand.pid})`);
    expect(await processes.find(byHand.pid ?? 0)).toBeDefined();
    const end = once(byHand, 'exit');
    byHand.kill('SIGINT');
    await end;
  });
});
