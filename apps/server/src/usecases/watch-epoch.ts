import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { holdAllCampaigns } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { holdInstance, lastMessageId, lockInstance, readInstance, type InstanceRow } from '../db/instance.ts';
import { lookAgain, type EpochFile, type HoldReason } from '../domain/epoch.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import type { EpochMirror } from './epoch-mirror.ts';
import { leaveLifeSign } from './establish-instance.ts';

/** A file that cannot be read may just be being replaced: so many looks in a row have to fail before that means anything. */
const FAILED_LOOKS = 3;

export interface EpochWatch {
  /**
   * Looks once whether this program and its database still belong together, and leaves a life sign when one is due. A lost
   * database is held for everybody. Returns why this program has to stop sending by itself, or null.
   */
  look(): Promise<HoldReason | null>;
  /** The last life sign before a stop. */
  leave(): Promise<void>;
}

/**
 * What a running program does every second about the epoch (ADR 0010). A server holds the whole installation when it is lost. A
 * further worker brought its file from elsewhere: if only that file fails it, it alone stops; a database that proves to be old is
 * everybody's affair.
 */
export function createEpochWatch(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  mirror: EpochMirror,
  options: { readonly joins: boolean; readonly known: number },
): EpochWatch {
  let { known } = options;
  let failed = 0;

  const judge = async (file: EpochFile, instance: InstanceRow): Promise<HoldReason | null> => {
    const found = lookAgain({ database: instance, file, known });
    switch (found.kind) {
      case 'home':
        failed = 0;
        known = instance.epoch;
        return null;
      case 'follow':
        await mirror.writeEpoch(markOf(instance), { lastMessageId: await lastMessageId(deps.db), at: deps.clock() });
        deps.log.info({ before: known, after: instance.epoch }, 'epoch.followed');
        known = instance.epoch;
        return null;
      case 'lost':
        failed += 1;
        return file.kind === 'present' || failed >= FAILED_LOOKS ? found.reason : null;
    }
  };

  /** Decides again under the lock: a confirmation that was just being written is over by then. */
  const hold = async (file: EpochFile): Promise<HoldReason | null> => {
    const reason = await inTransaction(deps.db, async (tx) => {
      const instance = await lockInstance(tx);
      const found = instance.holdReason === null ? lookAgain({ database: instance, file, known }) : null;
      if (found?.kind !== 'lost') return null;
      if (options.joins && found.reason !== 'database_older_than_file') return found.reason;
      await holdInstance(tx, { reason: found.reason, at: deps.clock() });
      for (const campaign of await holdAllCampaigns(tx)) await announceCampaign(tx, campaign);
      const data = { reason: found.reason, epoch: instance.epoch };
      await recordAudit(tx, { companyId: null, actor: 'system:epoch', action: 'instance.held', data });
      await announce(tx, { type: 'instance.changed', companyId: null, id: null });
      return found.reason;
    });
    if (reason !== null) deps.log.error({ reason }, 'sending.held');
    return options.joins && reason !== 'database_older_than_file' ? reason : null;
  };

  /** A life sign is left only where database and file were just seen to agree: the file of others is a witness to be kept. */
  const look = async (when: 'now' | 'due') => {
    // The file first: see establishInstance.
    const file = await mirror.readEpoch();
    const instance = await readInstance(deps.db);
    if (instance.holdReason !== null) return null;
    if ((await judge(file, instance)) !== null) return hold(file);
    if (failed === 0) await leaveLifeSign(deps, mirror, when);
    return null;
  };

  return {
    look: () => look('due'),
    leave: async () => {
      await look('now');
    },
  };
}

const markOf = ({ installationId, epoch, pulse }: InstanceRow) => ({ installationId, epoch, pulse });
