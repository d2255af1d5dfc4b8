import type { EditorRow } from '../db/campaign-editors.ts';
import { announceEditor, leaveEditor, whoEdits } from '../usecases/announce-editor.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { accept } from './problem.ts';

type EditorHandlers = Pick<Handlers, 'listEditors' | 'announceEditor' | 'leaveEditor'>;

/** Who has a campaign open: two people at one text are told of each other before either loses anything. */
export function editorHandlers(deps: HttpDeps): EditorHandlers {
  return {
    listEditors: async ({ params }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const rows = accept(await whoEdits(deps, { companyId, campaignId: Number(params.campaignId) }));
      return editors(rows, identityOf(request).actor);
    },
    announceEditor: async ({ params, body }, { request }) => {
      const { actor, user } = identityOf(request);
      const { seat } = params;
      const key = { companyId: companyOf(request, params.companyId), campaignId: Number(params.campaignId) };
      const input = { ...key, seat, actor, userId: user?.id ?? null, editing: body.editing };
      return editors(accept(await announceEditor(deps, input)), actor);
    },
    leaveEditor: async ({ params }, { request }) => {
      const { actor } = identityOf(request);
      const key = { companyId: companyOf(request, params.companyId), campaignId: Number(params.campaignId) };
      await leaveEditor(deps, { ...key, seat: params.seat, actor });
      return undefined;
    },
  };
}

const editors = (rows: readonly EditorRow[], actor: string) => ({
  items: rows.map(({ seat, userName, openedAt, editingSince, actor: other }) => ({
    seat,
    name: userName,
    you: other === actor,
    openedAt: openedAt.toISOString(),
    editingSince: editingSince?.toISOString() ?? null,
  })),
});
