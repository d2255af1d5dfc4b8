import { nameActors } from '../db/actor-names.ts';
import { countToRead, findInboundMessage, listInboundMessages, type InboundListRow } from '../db/inbound-messages.ts';
import { listNumberOwners, type NumberOwners } from '../db/number-owners.ts';
import { done, refuse } from '../domain/refusal.ts';
import { readInboundMessages, withdrawByInbound } from '../usecases/handle-inbound.ts';
import { cursorKey } from './cursor-key.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import { inboundView, type InboundView } from './inbound-view.ts';
import type { Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';

type InboundHandlers = Pick<
  Handlers,
  'listInboundMessages' | 'getInboundMessage' | 'markInboundRead' | 'withdrawByInbound'
>;

/** *Odpowiedzi*: what people wrote back, and what a person does about it. */
export function inboundHandlers(deps: HttpDeps): InboundHandlers {
  const totals = async (companyId: number) => ({ toRead: await countToRead(deps.db, companyId) });
  const ownersOf = (companyId: number, rows: readonly InboundListRow[]): Promise<ReadonlyMap<string, NumberOwners>> =>
    listNumberOwners(
      deps.db,
      companyId,
      rows.flatMap(({ phone }) => phone ?? []),
    );
  const namesOf = (rows: readonly InboundListRow[]): Promise<ReadonlyMap<string, string>> =>
    nameActors(
      deps.db,
      rows.flatMap(({ handledBy }) => handledBy ?? []),
    );
  const one = async (companyId: number, inboundId: number): Promise<InboundView> => {
    const row = await findInboundMessage(deps.db, companyId, inboundId);
    const found = accept(row ? done(row) : refuse('not_found'));
    return inboundView(found, await ownersOf(companyId, [found]), await namesOf([found]));
  };
  return {
    listInboundMessages: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { cursor, limit, state, contractorId } = query;
      const [before] = cursorKey(cursor, ['number'], [null] as const);
      const rows = await listInboundMessages(deps.db, {
        companyId,
        before,
        limit: limit + 1,
        ...(state === undefined ? {} : { state }),
        ...(contractorId === undefined ? {} : { contractorId: Number(contractorId) }),
      });
      const [owners, names] = await Promise.all([ownersOf(companyId, rows), namesOf(rows)]);
      const page = pageOf(
        rows,
        limit,
        (row) => inboundView(row, owners, names),
        ({ id }) => [id],
      );
      return { ...page, totals: await totals(companyId) };
    },
    getInboundMessage: async ({ params }, { request }) =>
      one(companyOf(request, params.companyId), Number(params.inboundId)),
    markInboundRead: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { actor } = identityOf(request);
      const marked = await readInboundMessages(deps, { companyId, actor, inboundIds: body.inboundIds.map(Number) });
      return { marked, totals: await totals(companyId) };
    },
    withdrawByInbound: async ({ params }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const inboundId = Number(params.inboundId);
      accept(await withdrawByInbound(deps, { companyId, actor: identityOf(request).actor, inboundId }));
      return one(companyId, inboundId);
    },
  };
}
