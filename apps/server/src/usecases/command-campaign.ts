import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { countRecipients, sumCampaigns } from '../db/campaign-sums.ts';
import { lockCampaign, type CampaignRow } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { decide, openEnds, type CampaignCommand, type CampaignFacts, type CampaignState } from '../domain/campaign.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

/** Which campaign, and who acts. */
export interface CampaignInput {
  readonly companyId: number;
  readonly campaignId: number;
  readonly actor: Actor;
}

/** A refusal inside a transaction: carries it out and rolls everything back. */
class RolledBack extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

/**
 * Carries out one command on one campaign: locks it, asks `domain/campaign.ts`, lets `act` write, and leaves an audit event
 * and an announcement, all in one transaction. A refusal of `act` undoes everything.
 */
export async function commandCampaign<T>(
  deps: Pick<Deps, 'db'>,
  input: CampaignInput,
  command: CampaignCommand,
  act: (tx: Db, campaign: CampaignRow, next: CampaignState) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const campaign = await lockCampaign(tx, input);
      if (!campaign) return refuse('not_found');
      const decision = decide(await factsOf(tx, campaign), command);
      if (!decision.ok) return refuse(decision.refusal);
      const outcome = await act(tx, campaign, decision.next);
      if (!outcome.ok) throw new RolledBack(outcome);
      await recordAudit(tx, {
        companyId: input.companyId,
        actor: input.actor,
        action: `campaign.${command}`,
        subject: `campaign:${campaign.id}`,
      });
      await announceCampaign(tx, campaign);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}

/** What the rules look at, from the tallies. */
export async function factsOf(db: Db, campaign: CampaignRow): Promise<CampaignFacts> {
  const key = [campaign.id];
  const [sums, recipients] = [
    await sumCampaigns(db, campaign.companyId, key),
    await countRecipients(db, campaign.companyId, key),
  ];
  return {
    state: campaign.state,
    recipients: recipients.get(campaign.id) ?? 0,
    hasText: campaign.body.trim() !== '',
    ...openEnds(sums),
  };
}

export async function announceCampaign(
  tx: Db,
  campaign: { readonly id: number; readonly companyId: number },
): Promise<void> {
  await announce(tx, { type: 'campaign.changed', companyId: String(campaign.companyId), id: String(campaign.id) });
}

/** The usual end of a command that gives nothing but itself. */
export const nothing = done(undefined);
