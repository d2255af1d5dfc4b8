import { listNumberOwners } from '../db/number-owners.ts';
import type { Handset } from '../domain/handset.ts';
import { listHandsets } from '../usecases/list-handsets.ts';
import { readHandset } from '../usecases/read-handset.ts';
import { markHandsetRead, replyFromHandset, setHandsetState } from '../usecases/use-handset.ts';
import { cursorKey } from './cursor-key.ts';
import { entryView, handsetView } from './handset-view.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { encodeCursor } from '../db/cursor.ts';
import { accept } from './problem.ts';

type TestPhoneHandlers = Pick<
  Handlers,
  'listHandsets' | 'getHandset' | 'replyFromHandset' | 'setHandsetState' | 'markHandsetRead'
>;

/** *Telefony testowe*: the handsets of the emulator. Reading them keeps it followed, so that the screen follows by itself. */
export function testPhoneHandlers(deps: HttpDeps): TestPhoneHandlers {
  const one = async (companyId: number, handset: Handset) => {
    const owners = await listNumberOwners(deps.db, companyId, [handset.phone]);
    return handsetView(handset, owners);
  };
  return {
    listHandsets: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { q = '', limit } = query;
      const { handsets, ...totals } = accept(await listHandsets(deps, { companyId, q, limit }));
      deps.handsets.look(companyId);
      const phones = handsets.map(({ phone }) => phone);
      const owners = await listNumberOwners(deps.db, companyId, phones);
      return { ...totals, items: handsets.map((handset) => handsetView(handset, owners)) };
    },
    getHandset: async ({ params, query }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const [before] = cursorKey(query.cursor, ['string'], [null] as const);
      const { phone } = params;
      const { handset, campaigns } = accept(await readHandset(deps, { companyId, phone, before, limit: query.limit }));
      deps.handsets.look(companyId);
      const { takesReplies, entries, hasEarlier } = handset;
      const last = entries.at(-1);
      return {
        ...(await one(companyId, handset)),
        takesReplies,
        items: entries.map((entry) => entryView(entry, campaigns)),
        nextCursor: hasEarlier && last ? encodeCursor([last.id]) : null,
      };
    },
    replyFromHandset: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { phone } = params;
      return { state: accept(await replyFromHandset(deps, { companyId, phone, text: body.text })) };
    },
    setHandsetState: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { phone } = params;
      return one(companyId, accept(await setHandsetState(deps, { companyId, phone, state: body.state })));
    },
    markHandsetRead: async ({ params }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      return one(companyId, accept(await markHandsetRead(deps, { companyId, phone: params.phone })));
    },
  };
}
