import { isHeld } from '../db/instance.ts';
import { countUncertain, listUncertain } from '../db/uncertain.ts';
import { SETTLE_WINDOW_MS } from '../domain/uncertain.ts';
import { decideUncertain } from '../usecases/decide-uncertain.ts';
import { cursorKey } from './cursor-key.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';
import { uncertainView } from './uncertain-view.ts';

/** The queue of messages nobody knows about, and what a person decides about them. */
export function uncertainHandlers(deps: HttpDeps): Pick<Handlers, 'listUncertain' | 'decideUncertain'> {
  const explain = explainerOf(deps);
  const settleAfter = () => new Date(deps.clock().getTime() - SETTLE_WINDOW_MS);
  const totals = (companyId: number) => countUncertain(deps.db, companyId, settleAfter());
  return {
    listUncertain: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { limit, awaits, campaignId } = query;
      const [batchId, messageId] = cursorKey(query.cursor, ['number', 'number'], [0, 0] as const);
      const rows = await listUncertain(deps.db, {
        companyId,
        settleAfter: settleAfter(),
        after: [batchId, messageId],
        limit: limit + 1,
        ...(awaits === undefined ? {} : { awaits }),
        ...(campaignId === undefined ? {} : { campaignId: Number(campaignId) }),
      });
      const at = { now: deps.clock(), held: await isHeld(deps.db) };
      const page = pageOf(
        rows,
        limit,
        (row) => uncertainView(row, at, explain),
        (row) => [row.batchId, row.id],
      );
      return { ...page, totals: await totals(companyId) };
    },
    decideUncertain: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { decision, messageIds, campaignId, confirm } = body;
      const chosen = messageIds ? { messageIds: messageIds.map(Number) } : { campaignId: Number(campaignId) };
      const { actor } = identityOf(request);
      const { decided, barred } = accept(await decideUncertain(deps, { companyId, actor, decision, chosen, confirm }));
      return {
        decided,
        barred: barred.map((each) => ({ ...each, messageId: String(each.messageId) })),
        totals: await totals(companyId),
      };
    },
  };
}
