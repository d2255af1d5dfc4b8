import { countAudience } from '../db/audience.ts';
import { countRecipients, sumCampaigns } from '../db/campaign-sums.ts';
import { findCampaign, type CampaignRow } from '../db/campaigns.ts';
import type { Db } from '../db/database.ts';
import { findGateway, type GatewayRow } from '../db/gateways.ts';
import { USUAL_POINT_VALUE, valueOf } from '../domain/point-value.ts';
import type { Reason } from '../domain/reason.ts';
import { done, reasonOf, refuse, type Outcome } from '../domain/refusal.ts';
import { wireText, type WireText } from '../domain/wire-text.ts';
import { collectObstacles } from './collect-obstacles.ts';
import type { Deps } from './deps.ts';
import { exclusionsOf, type Exclusion } from './pick-recipients.ts';

export interface Quote {
  readonly recipients: number;
  readonly messages: number;
  readonly excluded: readonly Exclusion[];
  readonly text: WireText;
  readonly withoutPolish: {
    readonly body: string;
    readonly parts: number;
    readonly saves: number;
    readonly savedParts: number;
    readonly savedValue: number;
  } | null;
  readonly parts: number;
  readonly points: number;
  readonly value: number;
  readonly balance: { readonly points: number | null; readonly enough: boolean | null; readonly readAt: Date } | null;
  readonly obstacles: readonly Reason[];
}

/** What sending this campaign would cost and what stands in its way, asked of the same rules that will decide. */
export async function quoteCampaign(
  deps: Deps,
  input: { readonly companyId: number; readonly campaignId: number },
): Promise<Outcome<Quote>> {
  const campaign = await findCampaign(deps.db, input);
  if (!campaign) return refuse('not_found');
  const gateway = await findGateway(deps.db, input.companyId);
  const text = textOf(deps, campaign, gateway ?? null);
  const audience = await audienceOf(deps.db, campaign);
  const price = gateway?.partPrice ?? 0;
  const points = audience.messages * text.parts * price;
  const gate = await collectObstacles(deps, input.companyId, { points });
  return done({
    ...audience,
    text,
    withoutPolish: savingOf(deps, campaign, gateway ?? null, audience.messages),
    parts: audience.messages * text.parts,
    points,
    value: valueOf(points, gateway?.pointValue ?? USUAL_POINT_VALUE),
    balance: gate.balance,
    obstacles: [...textObstacles(campaign, text, gateway ?? null), ...audienceObstacles(audience), ...gate.obstacles],
  });
}

/** The text as this company's gateway gets it. */
export function textOf(
  deps: Pick<Deps, 'providers'>,
  campaign: Pick<CampaignRow, 'body' | 'withoutPolish'>,
  gateway: Pick<GatewayRow, 'provider'> | null,
): WireText {
  const prepare = deps.providers.get(gateway?.provider ?? 'smsapi')?.prepareText ?? ((text: string) => text);
  return wireText(campaign.body, campaign.withoutPolish, prepare);
}

/** What bars this text from being sent. */
export function textObstacles(
  campaign: Pick<CampaignRow, 'body'>,
  text: WireText,
  gateway: Pick<GatewayRow, 'maxParts'> | null,
): Reason[] {
  if (campaign.body.trim() === '') return [reasonOf('campaign_without_text')];
  if (!text.withinLimit) return [reasonOf('text_too_long')];
  return gateway && text.parts > gateway.maxParts ? [reasonOf('too_many_parts')] : [];
}

function audienceObstacles({ recipients, messages }: Pick<Quote, 'recipients' | 'messages'>): Reason[] {
  if (messages > 0) return [];
  return [reasonOf(recipients === 0 ? 'campaign_without_recipients' : 'nobody_left')];
}

async function audienceOf(db: Db, campaign: CampaignRow): Promise<Pick<Quote, 'recipients' | 'messages' | 'excluded'>> {
  const key = { companyId: campaign.companyId, campaignId: campaign.id };
  const recipients = (await countRecipients(db, campaign.companyId, [campaign.id])).get(campaign.id) ?? 0;
  if (campaign.state === 'draft') {
    const counts = await countAudience(db, key);
    return {
      recipients,
      messages: counts.find(({ reason }) => reason === null)?.count ?? 0,
      excluded: exclusionsOf(counts),
    };
  }
  const sums = await sumCampaigns(db, campaign.companyId, [campaign.id]);
  const total = (excluded: boolean) =>
    sums.filter((row) => (row.handover === 'excluded') === excluded).reduce((sum, row) => sum + row.messages, 0);
  return { recipients, messages: total(false), excluded: [] };
}

function savingOf(
  deps: Pick<Deps, 'providers'>,
  { body }: Pick<CampaignRow, 'body'>,
  gateway: GatewayRow | null,
  messages: number,
): Quote['withoutPolish'] {
  const [typed, plain] = [false, true].map((withoutPolish) => textOf(deps, { body, withoutPolish }, gateway));
  if (!typed || !plain || plain.body === typed.body) return null;
  const savedParts = (typed.parts - plain.parts) * messages;
  const saves = savedParts * (gateway?.partPrice ?? 0);
  return {
    body: plain.body,
    parts: plain.parts,
    saves,
    savedParts,
    savedValue: valueOf(saves, gateway?.pointValue ?? USUAL_POINT_VALUE),
  };
}
