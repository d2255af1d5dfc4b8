import { findCampaign, finishCampaigns, listCampaignsAwaiting } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { closeUnreported, listAwaited } from '../db/messages.ts';
import { isFinalDelivery } from '../domain/delivery.ts';
import { decide } from '../domain/campaign.ts';
import type { Reason } from '../domain/reason.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { announceCampaign, factsOf } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { openGateway } from './open-gateway.ts';
import { recordReports } from './record-reports.ts';

/** Ids in one question; the dossier knows no limit, so the batch size of sending is taken. */
const ASKED_AT_ONCE = 100;

/** Design section 3: a message without a report for 72 h is `no_report`. */
const REPORT_PATIENCE_MS = 72 * 3_600_000;

/** A campaign is asked about by itself only after reports had this long to come. */
const QUIET_MS = 10 * 60_000;

export interface DeliveryCheck {
  readonly asked: number;
  readonly changed: number;
  /** Why not all could be asked, when so. */
  readonly notice: Reason | null;
}

/** *Sprawdź doręczenie*: asks the gateway about every accepted message of a campaign that awaits its report (S12). */
export async function checkDelivery(
  deps: Deps,
  input: { readonly companyId: number; readonly campaignId: number },
): Promise<Outcome<DeliveryCheck>> {
  const campaign = await findCampaign(deps.db, input);
  if (!campaign) return refuse('not_found');
  const decision = decide(await factsOf(deps.db, campaign), 'check_delivery');
  if (!decision.ok) return refuse(decision.refusal);
  return ask(deps, input);
}

async function ask(
  deps: Deps,
  input: { readonly companyId: number; readonly campaignId: number },
): Promise<Outcome<DeliveryCheck>> {
  const opened = await openGateway(deps, input.companyId);
  if (!opened.ok) return opened;
  const { gateway, provider } = opened.value;
  const origin = { companyId: input.companyId, gatewayId: gateway.id, source: 'query', raw: null } as const;
  let [asked, changed, after] = [0, 0, 0];
  for (;;) {
    const awaited = await listAwaited(deps.db, { ...input, after, limit: ASKED_AT_ONCE });
    const last = awaited.at(-1);
    if (!last) return done({ asked, changed, notice: null });
    const answer = await provider.reports(awaited.map(({ providerId }) => providerId));
    if (!answer.ok)
      return done({ asked, changed, notice: deps.providers.get(gateway.provider)?.explain(answer.code) ?? null });
    const news = answer.value.filter(({ delivery }) => isFinalDelivery(delivery));
    await recordReports(
      deps,
      news.map((report) => ({ report, origin })),
    );
    asked += awaited.length;
    changed += news.length;
    after = last.id;
  }
}

/** The schedule's version of *Sprawdź doręczenie*: for reports that got lost on their way to us. */
export async function checkPendingDelivery(deps: Deps): Promise<void> {
  const quietSince = new Date(deps.clock().getTime() - QUIET_MS);
  for (const campaign of await listCampaignsAwaiting(deps.db, quietSince)) {
    const checked = await ask(deps, { companyId: campaign.companyId, campaignId: campaign.id });
    deps.log.info(
      {
        campaignId: campaign.id,
        ...(checked.ok
          ? { asked: checked.value.asked, changed: checked.value.changed }
          : { code: checked.refusal.code }),
      },
      'delivery.polled',
    );
  }
}

/** Messages nobody reported on for 72 h. A late report still wins over this. */
export async function closeUnreportedMessages(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const touched = await closeUnreported(tx, new Date(deps.clock().getTime() - REPORT_PATIENCE_MS));
    if (touched.length === 0) return;
    await finishCampaigns(
      tx,
      touched.map(({ campaignId }) => campaignId),
    );
    for (const { campaignId, companyId } of touched) await announceCampaign(tx, { id: campaignId, companyId });
  });
}
