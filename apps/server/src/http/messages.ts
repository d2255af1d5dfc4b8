import { findCampaign } from '../db/campaigns.ts';
import { listMessages } from '../db/messages.ts';
import { refuse } from '../domain/refusal.ts';
import { fold } from '../domain/text-keys.ts';
import { cursorKey } from './cursor-key.ts';
import { messageCsv } from './message-csv.ts';
import { messageView } from './message-view.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';

/** The log of a campaign: what became of each message, at both stages, and why. */
export function messageHandlers(deps: HttpDeps): Pick<Handlers, 'listMessages' | 'exportMessages'> {
  const explain = explainerOf(deps);
  return {
    listMessages: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const campaignId = Number(params.campaignId);
      const { limit, handover, delivery, q } = query;
      const [after] = cursorKey(query.cursor, ['number'], [0] as const);
      if (!(await findCampaign(deps.db, { companyId, campaignId }))) return accept(refuse('not_found'));
      const rows = await listMessages(deps.db, {
        companyId,
        campaignId,
        after,
        limit: limit + 1,
        ...(handover ? { handover } : {}),
        ...(delivery ? { delivery } : {}),
        ...(q ? { q: { digits: q.replaceAll(/[^\d]/g, ''), folded: fold(q) } } : {}),
      });
      return pageOf(
        rows,
        limit,
        (row) => messageView(row, explain),
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
