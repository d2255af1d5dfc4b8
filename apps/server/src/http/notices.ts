import type { Contract, Result } from '@goniec/contract';
import { countToRead } from '../db/inbound-messages.ts';
import { listFinishedCampaigns, listPausedCampaigns, type FinishedRow, type PausedRow } from '../db/notices.ts';
import { countUncertain } from '../db/uncertain.ts';
import { SETTLE_WINDOW_MS } from '../domain/uncertain.ts';
import { pauseView } from './campaign-view.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';

type NoticeView = Result<Contract['listNotices']>['items'][number];

/** For so long the end of a campaign is news. */
const NEWS_MS = 3 * 24 * 3_600_000;

/** What the header's bell tells: four reads of few rows each, whatever the size of the campaigns. */
export function noticeHandlers(deps: HttpDeps): Pick<Handlers, 'listNotices'> {
  const explain = explainerOf(deps);
  const paused = (row: PausedRow): NoticeView[] => {
    const pause = pauseView(row, explain);
    return pause === null ? [] : [{ kind: 'paused', campaign: nameOf(row), reason: pause.reason, at: pause.since }];
  };
  return {
    listNotices: async ({ params }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const now = deps.clock().getTime();
      const [uncertain, replies, standing, ended] = await Promise.all([
        countUncertain(deps.db, companyId, new Date(now - SETTLE_WINDOW_MS)),
        countToRead(deps.db, companyId),
        listPausedCampaigns(deps.db, companyId),
        listFinishedCampaigns(deps.db, companyId, new Date(now - NEWS_MS)),
      ]);
      const waiting = [
        { kind: 'uncertain', count: uncertain.person },
        { kind: 'replies', count: replies },
      ] as const;
      return {
        items: [...standing.flatMap(paused), ...waiting.filter(({ count }) => count > 0), ...ended.map(finished)],
      };
    },
  };
}

const nameOf = ({ id, subject }: { readonly id: number; readonly subject: string }) => ({ id: String(id), subject });

const finished = (row: FinishedRow): NoticeView => ({
  kind: 'finished',
  campaign: nameOf(row),
  at: row.finishedAt.toISOString(),
  messages: row.messages,
  delivered: row.delivered,
});
