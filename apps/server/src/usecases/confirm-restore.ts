import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { beginEpoch, lockInstance } from '../db/instance.ts';
import { holdReasons, resolveHold } from '../domain/epoch.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import type { EpochMirror } from './establish-instance.ts';

/**
 * The administrator's word that no other copy of this database sends. A new epoch makes every later idx new; it goes to the
 * file first, so a crash in between holds again. Campaigns stay paused: each is let go on by hand, for the gateway may have
 * taken messages after the backup was made.
 */
export async function confirmRestore(
  deps: Pick<Deps, 'db' | 'clock' | 'vault'>,
  mirror: { readonly readEpoch: () => Promise<EpochMirror['file']>; readonly writeEpoch: EpochMirror['writeEpoch'] },
  input: { readonly actor: Actor },
): Promise<Outcome<void>> {
  const file = await mirror.readEpoch();
  return inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
    const { installationId, epoch, holdReason } = await lockInstance(tx);
    const reason = holdReasons.find((known) => known === holdReason);
    if (reason === undefined) return refuse('nothing_held');
    const found = {
      kind: 'hold',
      reason,
      database: { installationId, epoch },
      file: file.kind === 'present' ? file.mark : null,
    } as const;
    const next = resolveHold(found, 'new_epoch', deps.clock());
    if (next === null) return refuse('nothing_held');
    await mirror.writeEpoch(installationId, next.epoch);
    await beginEpoch(tx, { epoch: next.epoch, keyCheck: deps.vault.keyCheck() });
    await recordAudit(tx, {
      companyId: null,
      actor: input.actor,
      action: 'instance.restore_confirmed',
      data: { reason, before: epoch, after: next.epoch },
    });
    await announce(tx, { type: 'instance.changed', companyId: null, id: null });
    return done(undefined);
  });
}
