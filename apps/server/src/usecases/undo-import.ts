import { setImmediate } from 'node:timers/promises';
import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { annulConsents, lockWritten, noteRowsUndone, removeCreated, type WrittenStretch } from '../db/import-undo.ts';
import { updateContacts, updateContractors } from '../db/import-writes.ts';
import { findImport, holdDirectory, markUndone } from '../db/imports.ts';
import { addUndo, summariseUndo, type UndoSummary } from '../domain/import-undo-summary.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { judgeStretch, mayUndo, nextStretch, type JudgedRow } from './judge-undo.ts';
import { withProgress, type Progress } from './report-progress.ts';

interface UndoInput {
  readonly companyId: number;
  readonly importId: number;
  readonly actor: Actor;
}

/**
 * Takes an applied import back, all that can be or nothing (ADR 0013): stretch by stretch, each with a handful of statements. The cards
 * of a stretch are held before they are judged, so that nobody sends to or changes what goes away.
 */
export async function undoImport(deps: Pick<Deps, 'db' | 'log'>, input: UndoInput): Promise<Outcome<UndoSummary>> {
  const { companyId, importId } = input;
  const found = await findImport(deps.db, input);
  if (!found) return refuse('not_found');
  const { fileName, summary } = found;
  return withProgress(deps, { companyId, importId, kind: 'undo', fileName }, (progress) =>
    inTransaction(deps.db, (tx) => {
      // rows that wrote nothing are passed over; the others are at most these
      progress.of(summary.rows - summary.rejected, 1);
      return undoIn(tx, input, progress);
    }),
  );
}

async function undoIn(tx: Db, input: UndoInput, progress: Progress): Promise<Outcome<UndoSummary>> {
  const { companyId, importId, actor } = input;
  await holdDirectory(tx, companyId);
  const allowed = mayUndo(await findImport(tx, input, true));
  if (!allowed.ok) return allowed;
  let summary = summariseUndo([]);
  for (
    let stretch = await nextStretch(tx, allowed.value, 0);
    stretch;
    stretch = await nextStretch(tx, allowed.value, stretch.to + 1)
  ) {
    await lockWritten(tx, stretch);
    const rows = await judgeStretch(tx, stretch);
    await takeBack(tx, input, stretch, rows);
    summary = addUndo(summary, summariseUndo(rows));
    progress.done(rows.length);
    await setImmediate();
  }
  await markUndone(tx, input, { by: actor, summary });
  const { reasons: _, ...numbers } = summary;
  await recordAudit(tx, { companyId, actor, action: 'import.undo', subject: `import:${importId}`, data: numbers });
  await announce(tx, { type: 'import.changed', companyId: String(companyId), id: String(importId) });
  return done(summary);
}

async function takeBack(tx: Db, by: UndoInput, stretch: WrittenStretch, rows: readonly JudgedRow[]): Promise<void> {
  const { companyId } = stretch;
  const contractors = rows.flatMap(({ contractor }) => contractor ?? []);
  const contacts = rows.flatMap((row) => row.contacts);
  // the ledger first, while the contractors it names are still there
  const annulled = rows.flatMap(({ consents }) => consents.flatMap(({ id, kind }) => (kind === 'annul' ? [id] : [])));
  await annulConsents(tx, { companyId, actor: by.actor, source: `import:${by.importId}` }, annulled);
  await updateContractors(
    tx,
    companyId,
    contractors.flatMap((each) => (each.kind === 'restore' ? [{ ...each.fields, id: each.id }] : [])),
  );
  await updateContacts(
    tx,
    companyId,
    contacts.flatMap((each) => (each.kind === 'restore' ? [{ ...each.fields, id: each.id }] : [])),
  );
  const removed = (all: readonly { readonly id: number; readonly kind: string }[]) =>
    all.flatMap(({ id, kind }) => (kind === 'remove' ? [id] : []));
  await removeCreated(tx, companyId, { contacts: removed(contacts), contractors: removed(contractors) });
  await noteRowsUndone(
    tx,
    stretch,
    rows.map(({ line, result, reasons, contractor }) => ({
      line,
      result,
      reasons,
      removed: contractor?.kind === 'remove',
    })),
  );
}
