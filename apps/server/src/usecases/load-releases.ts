import { inTransaction } from '../db/database.ts';
import { upsertReleaseLines } from '../db/release-lines.ts';
import type { KnownReleases } from '../state/release-file.ts';
import type { Deps } from './deps.ts';

/**
 * Takes the release catalogue into the database at each start: the built-in one, or a newer genuine one of the state folder.
 * One that cannot be believed was passed over by the reader; the service is never switched off for want of a catalogue.
 */
export async function loadReleases(
  deps: Pick<Deps, 'db' | 'log'>,
  { catalogue, refused }: KnownReleases,
): Promise<void> {
  if (refused !== null && refused !== 'older') deps.log.warn({ refused }, 'releases.file_refused');
  await inTransaction(deps.db, (tx) => upsertReleaseLines(tx, catalogue.releases));
  deps.log.debug({ issuedOn: catalogue.issuedOn, lines: catalogue.releases.length }, 'releases.loaded');
}
