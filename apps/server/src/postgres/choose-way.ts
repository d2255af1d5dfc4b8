import type { Stats } from 'node:fs';
import { access, chmod, chown, constants, lchown, lstat, mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { cannotExecute, cannotRunAsRoot, notOurs } from './errors.ts';
import type { Home } from './home.ts';
import type { Program } from './program.ts';
import { commandFor, serverAccount, waysToRun, type Account, type RunAs } from './run-as.ts';
import { runCommand } from './run-command.ts';

/**
 * The first way that can really execute the server and write into the home; the home's files are then given to its
 * account. Throws `cannot_run_as_root` when none can, `start_failed` when the folder belongs to somebody else.
 */
export async function chooseWay(home: Home, program: Program, platform: NodeJS.Platform): Promise<RunAs> {
  const ourUid = process.getuid?.();
  await mkdir(home.run, { recursive: true, mode: 0o700 });
  if (ourUid !== undefined && ourUid !== 0) await checkOwn(home, ourUid);

  const account = ourUid === 0 ? await accountFor(home) : undefined;
  for (const way of waysToRun(platform, account)) {
    await openFolders(home, way, platform);
    if (await works(home, program, way)) {
      const data = await statIfThere(home.data);
      if (way.owner && data && data.uid !== way.owner.uid) await giveTree(home.data, way.owner);
      return way;
    }
  }
  // The program itself was run before, so for an ordinary user this is a fault of the system, not of the account.
  throw ourUid === 0
    ? cannotRunAsRoot(home.folder)
    : cannotExecute(program.postgres, 'it cannot be started as a child process');
}

/** Files made by an ordinary user stay that user's, so that one start by root does not lock the user out. */
async function accountFor(home: Home): Promise<Account> {
  const data = await statIfThere(home.data);
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  return serverAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

async function checkOwn(home: Home, ourUid: number): Promise<void> {
  const data = await statIfThere(home.data);
  if (data && data.uid !== ourUid) throw notOurs(home.data);
  try {
    await access(home.run, constants.W_OK);
  } catch (error) {
    throw notOurs(home.run, error);
  }
}

/** 0700 everywhere; only where root runs another account must that account pass through the home, which it cannot list. */
async function openFolders(home: Home, way: RunAs, platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32') return;
  const passedByAnother = way.account !== undefined && (await stat(home.folder)).uid !== way.account.uid;
  await chmod(home.folder, passedByAnother ? 0o711 : 0o700);
  await chmod(home.run, 0o700);
  if (way.owner) await chown(home.run, way.owner.uid, way.owner.gid);
}

async function works(home: Home, program: Program, way: RunAs): Promise<boolean> {
  const executes = await runCommand(commandFor(way, program, program.postgres, ['--version']));
  if (!executes.ok || way.owner === undefined) return executes.ok;
  return canWrite(program, way, home.run);
}

/** Whether the server's account, run this way, can write into the folder; asked of the system, not guessed from modes. */
export async function canWrite(program: Program, way: RunAs, folder: string): Promise<boolean> {
  return (await runCommand(commandFor(way, program, 'test', ['-w', folder]))).ok;
}

/** Gives a folder and all below it to an account; the folder itself last, so that a kill in between is noticed next time. */
async function giveTree(folder: string, owner: Account): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveTree(path, owner);
    else await lchown(path, owner.uid, owner.gid);
  }
  await lchown(folder, owner.uid, owner.gid);
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
