import { XLSX, type Contract, type HandlerInput } from '@goniec/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findCampaign } from '../db/campaigns.ts';
import { countMessages, listContractorMessages, listMessages, listMessagesAt, type LogRow } from '../db/messages.ts';
import { refuse } from '../domain/refusal.ts';
import { cursorKey, withoutCursor } from './cursor-key.ts';
import { exportWords, type Language } from './message-export-words.ts';
import { messageCsv, messageXlsx } from './message-export.ts';
import { messageView } from './message-view.ts';
import { explainerOf } from './explain.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';
import { searched } from './searched.ts';

type MessageHandlers = Pick<
  Handlers,
  'listMessages' | 'listContractorMessages' | 'exportMessages' | 'exportMessagesXlsx'
>;

/** The log of a campaign: what became of each message, at both stages, and why. */
export function messageHandlers(deps: HttpDeps): MessageHandlers {
  const explain = explainerOf(deps);
  const logOf = async (
    request: FastifyRequest,
    params: HandlerInput<Contract['exportMessages']>['params'],
    { q, language, ...stages }: HandlerInput<Contract['exportMessages']>['query'],
  ) => {
    const key = { companyId: companyOf(request, params.companyId), campaignId: Number(params.campaignId) };
    if (!(await findCampaign(deps.db, key))) accept(refuse('not_found'));
    return {
      ...key,
      language,
      filter: { ...stages, q: searched(q) },
      view: (row: LogRow) => messageView(row, explain),
    };
  };
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
        (row) => {
          const { campaignId, subject, text } = row;
          return { ...messageView(row, explain), campaignId: String(campaignId), subject, text };
        },
        ({ id }) => [id],
      );
    },
    exportMessages: async ({ params, query }, { request, reply }) => {
      const log = await logOf(request, params, query);
      fileNamed(reply, log, 'csv').type('text/csv; charset=utf-8').send(messageCsv(deps.db, log));
      return reply;
    },
    exportMessagesXlsx: async ({ params, query }, { request, reply }) => {
      const log = await logOf(request, params, query);
      fileNamed(reply, log, 'xlsx')
        .type(XLSX)
        .send(await messageXlsx(deps.db, log));
      return reply;
    },
  };
}

const fileNamed = (
  reply: FastifyReply,
  { language, campaignId }: { readonly language: Language; readonly campaignId: number },
  format: 'csv' | 'xlsx',
): FastifyReply =>
  reply.header('content-disposition', `attachment; filename="${exportWords[language].file}-${campaignId}.${format}"`);
