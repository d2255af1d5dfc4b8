import { findCampaign } from '../db/campaigns.ts';
import { countMessages, listContractorMessages, listMessages, listMessagesAt, type LogRow } from '../db/messages.ts';
import { refuse } from '../domain/refusal.ts';
import { cursorKey, withoutCursor } from './cursor-key.ts';
import { messageCsv } from './message-csv.ts';
import { messageView } from './message-view.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';
import { searched } from './searched.ts';

type MessageHandlers = Pick<Handlers, 'listMessages' | 'listContractorMessages' | 'exportMessages'>;

/** The log of a campaign: what became of each message, at both stages, and why. */
export function messageHandlers(deps: HttpDeps): MessageHandlers {
  const explain = explainerOf(deps);
  return {
    listMessages: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const campaignId = Number(params.campaignId);
      const { limit, offset, cursor, q, ...stages } = query;
      if (!(await findCampaign(deps.db, { companyId, campaignId }))) return accept(refuse('not_found'));
      const wanted = { companyId, campaignId, filter: { ...stages, q: searched(q) }, limit };
      const view = (row: LogRow) => messageView(row, explain);
      if (offset !== undefined) {
        withoutCursor(cursor);
        const { rows, total } = await listMessagesAt(deps.db, deps.lists, { ...wanted, offset });
        return { items: rows.map(view), nextCursor: null, total };
      }
      const [after] = cursorKey(cursor, ['number'], [0] as const);
      const rows = await listMessages(deps.db, { ...wanted, after, limit: limit + 1 });
      const page = pageOf(rows, limit, view, ({ id }) => [id]);
      return { ...page, total: cursor === undefined ? await countMessages(deps.db, wanted) : null };
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
