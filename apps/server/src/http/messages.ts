import { findCampaign } from '../db/campaigns.ts';
import { countMessages, listContractorMessages, listMessages } from '../db/messages.ts';
import { refuse } from '../domain/refusal.ts';
import { fold } from '../domain/text-keys.ts';
import { cursorKey, withoutCursor } from './cursor-key.ts';
import { messageCsv } from './message-csv.ts';
import { messageView } from './message-view.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';

type MessageHandlers = Pick<Handlers, 'listMessages' | 'listContractorMessages' | 'exportMessages'>;

/** The log of a campaign: what became of each message, at both stages, and why. */
export function messageHandlers(deps: HttpDeps): MessageHandlers {
  const explain = explainerOf(deps);
  return {
    listMessages: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const campaignId = Number(params.campaignId);
      const { limit, handover, delivery, q, offset = 0 } = query;
      if (query.offset !== undefined) withoutCursor(query.cursor);
      const [after] = cursorKey(query.cursor, ['number'], [0] as const);
      if (!(await findCampaign(deps.db, { companyId, campaignId }))) return accept(refuse('not_found'));
      const wanted = {
        companyId,
        campaignId,
        after,
        offset,
        limit: limit + 1,
        ...(handover ? { handover } : {}),
        ...(delivery ? { delivery } : {}),
        ...(q ? { q: { digits: q.replaceAll(/[^\d]/g, ''), folded: fold(q) } } : {}),
      };
      const rows = await listMessages(deps.db, wanted);
      const page = pageOf(
        rows,
        limit,
        (row) => messageView(row, explain),
        ({ id }) => [id],
      );
      const isFirst = query.cursor === undefined && offset === 0;
      return { ...page, total: isFirst ? await countMessages(deps.db, wanted) : null };
    },
    listContractorMessages: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const contractorId = Number(params.contractorId);
      const [before] = cursorKey(query.cursor, ['number'], [null] as const);
      const rows = await listContractorMessages(deps.db, { companyId, contractorId, before, limit: query.limit + 1 });
      return pageOf(
        rows,
        query.limit,
        (row) => ({ ...messageView(row, explain), campaignId: String(row.campaignId), subject: row.subject }),
        ({ id }) => [id],
      );
    },
    exportMessages: async ({ params }, { request, reply }) => {
      const companyId = companyOf(request, params.companyId);
      const campaignId = Number(params.campaignId);
      if (!(await findCampaign(deps.db, { companyId, campaignId }))) return accept(refuse('not_found'));
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="wysylka-${campaignId}.csv"`)
        .send(messageCsv(deps.db, { companyId, campaignId }, (row) => messageView(row, explain)));
      return reply;
    },
  };
}
