import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { linksImpossible } from './errors.ts';
import { errorCode } from './error-code.ts';

interface LibraryLink {
  /** The library file, for example `…/native/lib/libpq.so.5.18`. */
  readonly library: string;
  /** Where a link to it is expected, for example `…/native/lib/libpq.so.5`. */
  readonly link: string;
}

/**
 * npm packages cannot carry symbolic links, so the package makes them in an install script, which npm may skip
 * (`--ignore-scripts`, npm 12). Here the missing ones are made at first start: in the program's folder, or, when that
 * is read-only to us, in the spare folder. Answers the spare folder if the programs need it in their library path.
 */
export async function ensureLibraryLinks(programFolder: string, spareFolder: string): Promise<string | undefined> {
  const links = await readLibraryLinks(programFolder);
  const missing = links.filter(({ link }) => !existsSync(link));
  if (missing.length === 0) return undefined;
  try {
    for (const { library, link } of missing) await makeLink(basename(library), link);
    return undefined;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
  // The library path is a list with separators and `$` variables, and knows no escapes.
  if (/[:;$]/.test(spareFolder)) throw linksImpossible(programFolder, spareFolder);
  await mkdir(spareFolder, { recursive: true });
  await chmod(spareFolder, 0o755);
  for (const { library, link } of links) await makeLink(library, join(spareFolder, basename(link)));
  return spareFolder;
}

async function readLibraryLinks(programFolder: string): Promise<LibraryLink[]> {
  const packageFolder = dirname(programFolder);
  try {
    const list: unknown = JSON.parse(await readFile(join(programFolder, 'pg-symlinks.json'), 'utf8'));
    if (!Array.isArray(list)) return [];
    return list.flatMap((entry: unknown) => parseLink(entry, packageFolder));
  } catch (error) {
    // A system without such links (Windows), or another distribution's PostgreSQL.
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function parseLink(entry: unknown, packageFolder: string): LibraryLink[] {
  if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
  const { source, target } = entry;
  if (typeof source !== 'string' || typeof target !== 'string') return [];
  return [{ library: join(packageFolder, source), link: join(packageFolder, target) }];
}

/** Makes the link, or leaves it if it already points there (another process may be doing the same at this moment). */
async function makeLink(destination: string, link: string): Promise<void> {
  const current = await readlink(link).catch(() => undefined);
  if (current === destination) return;
  if (current !== undefined) await rm(link, { force: true });
  await symlink(destination, link).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}
