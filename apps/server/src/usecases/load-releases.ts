import { inTransaction } from '../db/database.ts';
import { upsertReleaseLines } from '../db/release-lines.ts';
import { loadReleases as readCatalogue, type ReleaseFiles } from '../state/release-file.ts';
import type { Deps } from './deps.ts';

/**
 * Takes the release catalogue into the database at each start: the built-in one, or a newer genuine one of the state folder.
 * A catalogue that cannot be believed is passed over with a warning: the service is never switched off for want of one.
 */
export async function loadReleases(
  deps: Pick<Deps, 'db' | 'log'>,
  refreshed: string,
  files: Omit<ReleaseFiles, 'refreshed'> = {},
): Promise<void> {
  const { catalogue, refused } = await readCatalogue({ ...files, refreshed });
  if (refused !== null && refused !== 'older') deps.log.warn({ refused, file: refreshed }, 'releases.file_refused');
  await inTransaction(deps.db, (tx) => upsertReleaseLines(tx, catalogue.releases));
  deps.log.debug({ issuedOn: catalogue.issuedOn, lines: catalogue.releases.length }, 'releases.loaded');
}
