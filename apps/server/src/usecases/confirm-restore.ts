import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { doubtReadyBatches } from '../db/batches.ts';
import { holdAllCampaigns } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { beginEpoch, lastMessageId, lockInstance } from '../db/instance.ts';
import { holdReasons, resolveHold } from '../domain/epoch.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Actor, Deps } from './deps.ts';
import type { EpochMirror } from './epoch-mirror.ts';

/** What the administrator knows of other copies of this database: the one that was lost, or the one it was copied from. */
export type Elsewhere = 'may_have_sent' | 'nothing_sent';

/**
 * The administrator's word that no other copy of this database sends from now on. A new epoch makes every later idx new; it goes
 * to the file first, so a crash in between holds again. Campaigns stay paused: each is let go on by hand.
 *
 * What this database holds as waiting, another copy may have sent since they parted. Unless the administrator knows better,
 * such messages become uncertain as of this database's last life sign (ADR 0010): while the gateway surely remembers their
 * idx they are asked for again, which sends nothing twice; after that a person decides.
 */
export async function confirmRestore(
  deps: Pick<Deps, 'db' | 'clock' | 'vault'>,
  mirror: EpochMirror,
  input: { readonly actor: Actor; readonly elsewhere: Elsewhere },
): Promise<Outcome<void>> {
  const file = await mirror.readEpoch();
  return inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
    const { installationId, epoch, pulse, holdReason } = await lockInstance(tx);
    const reason = holdReasons.find((known) => known === holdReason);
    if (reason === undefined) return refuse('nothing_held');
    const found = {
      kind: 'hold',
      reason,
      database: { installationId, epoch, pulse },
      file: file.kind === 'present' ? file.mark : null,
    } as const;
    const next = resolveHold(found, 'new_epoch', deps.clock());
    if (next === null) return refuse('nothing_held');
    const stopped = await holdAllCampaigns(tx);
    const doubted = input.elsewhere === 'may_have_sent' ? await doubtReadyBatches(tx) : [];
    for (const campaign of new Map([...stopped, ...doubted].map((each) => [each.id, each])).values())
      await announceCampaign(tx, campaign);
    await beginEpoch(tx, { epoch: next.epoch, keyCheck: deps.vault.keyCheck() });
    await recordAudit(tx, {
      companyId: null,
      actor: input.actor,
      action: 'instance.restore_confirmed',
      data: { reason, before: epoch, after: next.epoch, elsewhere: input.elsewhere, doubtedCampaigns: doubted.length },
    });
    await announce(tx, { type: 'instance.changed', companyId: null, id: null });
    await mirror.writeEpoch(next, { lastMessageId: await lastMessageId(tx), at: deps.clock() });
    return done(undefined);
  });
}
