import { nameActors } from '../db/actor-names.ts';
import { listAudience, listAudienceAt, type AudienceRow } from '../db/audience.ts';
import { countRecipients, sumCampaigns } from '../db/campaign-sums.ts';
import { findCampaign, listCampaigns, type CampaignRow } from '../db/campaigns.ts';
import { matchingContractorIds } from '../db/contractors.ts';
import { findGateway } from '../db/gateways.ts';
import { namedContractorIds, type Dropped, type Picked } from '../db/recipients.ts';
import { exclusionReason } from '../domain/exclusion.ts';
import { USUAL_POINT_VALUE } from '../domain/point-value.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { wireText } from '../domain/wire-text.ts';
import { checkDelivery } from '../usecases/await-delivery.ts';
import { createCampaign } from '../usecases/create-campaign.ts';
import { duplicateCampaign } from '../usecases/duplicate-campaign.ts';
import { freezeCampaign } from '../usecases/freeze-campaign.ts';
import { dropRecipients, pickRecipients } from '../usecases/pick-recipients.ts';
import { quoteCampaign } from '../usecases/quote-campaign.ts';
import { resumeCampaign, sendCampaign } from '../usecases/send-campaign.ts';
import { cancelCampaign, pauseCampaign } from '../usecases/stop-campaign.ts';
import { deleteCampaign, updateCampaign } from '../usecases/update-campaign.ts';
import { campaignView, type CampaignKey, type CampaignView } from './campaign-view.ts';
import { cursorKey, withoutCursor } from './cursor-key.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Exchange, Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';
import { searched } from './searched.ts';

type CampaignHandlers = Pick<
  Handlers,
  | 'measureText'
  | 'listCampaigns'
  | 'createCampaign'
  | 'getCampaign'
  | 'updateCampaign'
  | 'deleteCampaign'
  | 'duplicateCampaign'
  | 'pickRecipients'
  | 'listRecipients'
  | 'dropRecipients'
  | 'quoteCampaign'
  | 'freezeCampaign'
  | 'sendCampaign'
  | 'pauseCampaign'
  | 'resumeCampaign'
  | 'cancelCampaign'
  | 'checkDelivery'
>;

export function campaignHandlers(deps: HttpDeps): CampaignHandlers {
  const explain = explainerOf(deps);
  const keyOf = ({ request }: Exchange, params: CampaignKey) => ({
    companyId: companyOf(request, params.companyId),
    campaignId: Number(params.campaignId),
    actor: identityOf(request).actor,
  });
  const views = async (companyId: number, rows: readonly CampaignRow[]): Promise<CampaignView[]> => {
    const ids = rows.map(({ id }) => id);
    const actors = rows.flatMap(({ createdBy, startedBy }) =>
      startedBy === null ? [createdBy] : [createdBy, startedBy],
    );
    const [sums, recipients, gateway, names] = await Promise.all([
      sumCampaigns(deps.db, companyId, ids),
      countRecipients(deps.db, companyId, ids),
      findGateway(deps.db, companyId),
      nameActors(deps.db, actors),
    ]);
    const pointValue = gateway?.pointValue ?? USUAL_POINT_VALUE;
    const sumsOf = Map.groupBy(sums, ({ campaignId }) => campaignId);
    return rows.map((row) =>
      campaignView(
        row,
        { sums: sumsOf.get(row.id) ?? [], recipients: recipients.get(row.id) ?? 0 },
        { pointValue, names, explain },
      ),
    );
  };
  const view = async (key: { readonly companyId: number; readonly campaignId: number }): Promise<CampaignView> => {
    const row = await findCampaign(deps.db, key);
    const [found] = row ? await views(key.companyId, [row]) : [];
    return accept<CampaignView>(found ? done(found) : refuse('not_found'));
  };
  const command =
    (act: (deps: HttpDeps, key: ReturnType<typeof keyOf>) => Promise<Outcome<void>>) =>
    async ({ params }: { readonly params: CampaignKey }, exchange: Exchange) => {
      const key = keyOf(exchange, params);
      accept(await act(deps, key));
      return view(key);
    };

  return {
    measureText: async ({ body }) => {
      const prepare = deps.providers.get('smsapi')?.prepareText ?? ((text: string) => text);
      return measured(wireText(body.body, body.withoutPolish, prepare));
    },
    listCampaigns: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const [before] = cursorKey(query.cursor, ['number'], [null] as const);
      const { limit, state, q } = query;
      const rows = await listCampaigns(deps.db, {
        companyId,
        before,
        limit: limit + 1,
        ...(state ? { state } : {}),
        ...(q ? { q } : {}),
      });
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        ({ id }) => [id],
      );
      return { ...page, items: await views(companyId, page.items) };
    },
    createCampaign: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { subject, body: text, withoutPolish = false } = body;
      const row = await createCampaign(deps, {
        companyId,
        actor: identityOf(request).actor,
        subject,
        body: text,
        withoutPolish,
      });
      return view({ companyId, campaignId: row.id });
    },
    getCampaign: async ({ params }, exchange) => view(keyOf(exchange, params)),
    updateCampaign: async ({ params, body }, exchange) => {
      const key = keyOf(exchange, params);
      accept(await updateCampaign(deps, { ...key, ...body }));
      return view(key);
    },
    deleteCampaign: async ({ params }, exchange) => {
      accept(await deleteCampaign(deps, keyOf(exchange, params)));
      return undefined;
    },
    duplicateCampaign: async ({ params }, exchange) => {
      const key = keyOf(exchange, params);
      const { id } = accept(await duplicateCampaign(deps, key));
      return view({ companyId: key.companyId, campaignId: id });
    },
    pickRecipients: async ({ params, body }, exchange) => {
      const key = keyOf(exchange, params);
      const { eligibleOnly, contacts } = body;
      const picked: Picked = body.contactIds
        ? { contactIds: body.contactIds.map(Number) }
        : {
            contractors: body.filter
              ? matchingContractorIds(key.companyId, body.filter, (body.exceptContractorIds ?? []).map(Number))
              : namedContractorIds(key.companyId, (body.contractorIds ?? []).map(Number)),
            contacts,
          };
      const result = accept(await pickRecipients(deps, { ...key, picked, eligibleOnly }));
      return { ...result, leftOut: [...result.leftOut] };
    },
    listRecipients: async ({ params, query }, exchange) => {
      const key = keyOf(exchange, params);
      const { cursor, limit, offset, q, obstacle } = query;
      if (offset !== undefined || q !== undefined || obstacle !== undefined) {
        withoutCursor(cursor);
        const wanted = { ...key, filter: { q: searched(q), obstacle }, offset: offset ?? 0, limit };
        const { rows, total } = await listAudienceAt(deps.db, deps.lists, wanted);
        return { items: rows.map(recipientView), nextCursor: null, total };
      }
      const [after] = cursorKey(cursor, ['number'], [0] as const);
      const rows = await listAudience(deps.db, key, { after, limit: limit + 1 });
      const page = pageOf(rows, limit, recipientView, ({ contactId }) => [contactId]);
      const counts = cursor === undefined ? await countRecipients(deps.db, key.companyId, [key.campaignId]) : null;
      return { ...page, total: counts === null ? null : (counts.get(key.campaignId) ?? 0) };
    },
    dropRecipients: async ({ params, body }, exchange) => {
      const { contactIds, filter, exceptContactIds = [] } = body;
      const meant: Dropped = contactIds
        ? { contactIds: contactIds.map(Number) }
        : {
            filter: { q: searched(filter?.q), obstacle: filter?.obstacle },
            except: exceptContactIds.map(Number),
          };
      return accept(await dropRecipients(deps, { ...keyOf(exchange, params), meant }));
    },
    quoteCampaign: async ({ params }, exchange) => {
      const quote = accept(await quoteCampaign(deps, keyOf(exchange, params)));
      return {
        ...quote,
        excluded: [...quote.excluded],
        obstacles: [...quote.obstacles],
        text: measured(quote.text),
        balance: quote.balance && { ...quote.balance, readAt: quote.balance.readAt.toISOString() },
      };
    },
    freezeCampaign: command(freezeCampaign),
    sendCampaign: async ({ params, body }, exchange) => {
      const key = keyOf(exchange, params);
      accept(await sendCampaign(deps, { ...key, expect: body.expect }));
      return view(key);
    },
    pauseCampaign: command(pauseCampaign),
    resumeCampaign: command(resumeCampaign),
    cancelCampaign: command(cancelCampaign),
    checkDelivery: async ({ params }, exchange) => {
      const key = keyOf(exchange, params);
      const checked = accept(await checkDelivery(deps, key));
      return { ...checked, campaign: await view(key) };
    },
  };
}

const measured = (text: ReturnType<typeof wireText>) => ({ ...text, forcedBy: [...text.forcedBy] });

function recipientView({ contactId, contractorId, reason, ...rest }: AudienceRow) {
  return {
    ...rest,
    contactId: String(contactId),
    contractorId: String(contractorId),
    obstacle: reason === null ? null : exclusionReason(reason),
  };
}
