import { holdAllCampaigns } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import {
  beatPulse,
  beginEpoch,
  holdInstance,
  lastMessageId,
  lockInstance,
  readInstance,
  setKeyCheck,
} from '../db/instance.ts';
import { decideEpoch } from '../domain/epoch.ts';
import type { Deps } from './deps.ts';
import type { EpochMirror } from './epoch-mirror.ts';

/**
 * At each start: is this database at home here? A new one gets its first epoch, file before database; one that does not
 * agree with the file, or was last confirmed by a server with another key, starts with sending held, and its running
 * campaigns stand until a person lets them go on (design section 4). A wrong key deletes nothing (S15). At home the pulse is
 * counted, so that a backup made while the program was down is behind the file at once.
 * @returns why sending is held, or null
 */
export async function establishInstance(
  deps: Pick<Deps, 'db' | 'clock' | 'vault'>,
  mirror: EpochMirror,
): Promise<{ readonly hold: string | null }> {
  // The file before the database: what other programs count meanwhile can only put the database ahead.
  const file = await mirror.readEpoch();
  const hold = await inTransaction(deps.db, async (tx) => {
    const { installationId, epoch, pulse, keyCheck, holdReason } = await lockInstance(tx);
    const ownKey = keyCheck === null || deps.vault.matches(keyCheck);
    const now = deps.clock();
    const decision = decideEpoch({ database: { installationId, epoch, pulse }, file, ownKey, now });
    switch (decision.kind) {
      case 'fresh':
        await mirror.writeEpoch(decision.next, { lastMessageId: null, at: now });
        await beginEpoch(tx, { epoch: decision.next.epoch, keyCheck: deps.vault.keyCheck() });
        return null;
      case 'hold':
        await holdInstance(tx, { reason: decision.reason, at: now });
        await holdAllCampaigns(tx);
        return holdReason ?? decision.reason;
      case 'same':
        if (keyCheck === null) await setKeyCheck(tx, deps.vault.keyCheck());
        return holdReason;
    }
  });
  if (hold === null) await leaveLifeSign(deps, mirror, 'now');
  return { hold };
}

/**
 * Counts the pulse in the database and then in the file: in this order the file is never ahead of a database that goes on
 * living, so a database behind it is an older copy.
 */
export async function leaveLifeSign(deps: Pick<Deps, 'db'>, mirror: EpochMirror, when: 'now' | 'due'): Promise<void> {
  const { installationId, epoch } = await readInstance(deps.db);
  const beat = await beatPulse(deps.db, { epoch, when });
  if (beat === null) return;
  const sign = { lastMessageId: await lastMessageId(deps.db), at: beat.at };
  await mirror.writeEpoch({ installationId, epoch, pulse: beat.pulse }, sign);
}
