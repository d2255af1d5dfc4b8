import { inTransaction } from '../db/database.ts';
import { beginEpoch, holdInstance, lockInstance, setKeyCheck } from '../db/instance.ts';
import { decideEpoch, type EpochFile } from '../domain/epoch.ts';
import type { Deps } from './deps.ts';

/** The mirror of the epoch outside the database: what the start found, and how to write it. */
export interface EpochMirror {
  readonly file: EpochFile;
  readonly writeEpoch: (installationId: string, epoch: number) => Promise<void>;
}

/**
 * At each start: is this database at home here? A new one gets its first epoch, file before database; one that does not
 * agree with the file starts with sending held (design section 4). The key check is kept at the first start and only compared
 * later: a wrong key makes tokens unreadable, it deletes nothing (S15).
 * @returns why sending is held, or null
 */
export async function establishInstance(
  deps: Pick<Deps, 'db' | 'clock' | 'vault' | 'log'>,
  mirror: EpochMirror,
): Promise<{ readonly hold: string | null }> {
  return inTransaction(deps.db, async (tx) => {
    const { installationId, epoch, keyCheck, holdReason } = await lockInstance(tx);
    const decision = decideEpoch({ database: { installationId, epoch }, file: mirror.file, now: deps.clock() });
    switch (decision.kind) {
      case 'fresh':
        await mirror.writeEpoch(installationId, decision.next.epoch);
        await beginEpoch(tx, { epoch: decision.next.epoch, keyCheck: deps.vault.keyCheck() });
        return { hold: null };
      case 'hold':
        await holdInstance(tx, { reason: decision.reason, at: deps.clock() });
        return { hold: holdReason ?? decision.reason };
      case 'same':
        if (keyCheck === null) await setKeyCheck(tx, deps.vault.keyCheck());
        else if (!deps.vault.matches(keyCheck)) deps.log.warn('credentials.key_differs');
        return { hold: holdReason };
    }
  });
}
