import { setImmediate } from 'node:timers/promises';
import { findImport } from '../db/imports.ts';
import { addUndo, summariseUndo, type UndoSummary } from '../domain/import-undo-summary.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { judgeStretch, mayUndo, nextStretch } from './judge-undo.ts';

/** What undoing an import would take back and what would stay; nothing changes yet. */
export async function previewUndo(
  { db }: Pick<Deps, 'db'>,
  key: { readonly companyId: number; readonly importId: number },
): Promise<Outcome<UndoSummary>> {
  const allowed = mayUndo(await findImport(db, key));
  if (!allowed.ok) return allowed;
  let summary = summariseUndo([]);
  for (
    let stretch = await nextStretch(db, allowed.value, 0);
    stretch;
    stretch = await nextStretch(db, allowed.value, stretch.to + 1)
  ) {
    summary = addUndo(summary, summariseUndo(await judgeStretch(db, stretch)));
    await setImmediate();
  }
  return done(summary);
}
