import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { findImport, finishImport, holdDirectory, listImportRows } from '../db/imports.ts';
import { summarise } from '../domain/import-summary.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport } from './plan-import.ts';
import { writeImport } from './write-import.ts';

/** More rows than any file has. */
const ALL = 10_000_000;

/**
 * Writes a checked import into the directory, all of it or nothing. The rows are laid beside the directory again, so what
 * changed since the dry run is respected; in particular a consent withdrawn in between stays withdrawn.
 */
export async function applyImport(
  deps: Pick<Deps, 'db'>,
  input: { readonly companyId: number; readonly importId: number; readonly actor: Actor },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
    await holdDirectory(tx, input.companyId);
    const record = await findImport(tx, input, true);
    if (!record) return refuse('not_found');
    if (record.state === 'applied') return refuse('import_already_applied');
    if (record.state === 'undone') return refuse('import_already_undone');
    const { companyId, importId, actor } = input;
    const rows = await listImportRows(tx, { companyId, importId, after: -1, limit: ALL });
    const drafts = rows.flatMap(({ line, draft, outcome }) =>
      draft && outcome !== 'rejected' ? [{ line, draft }] : [],
    );
    const planned = await planImport(tx, companyId, drafts);
    const { rows: written, writes } = await writeImport(tx, input, record.fileName, planned);
    const byLine = new Map(written.map((row) => [row.line, row]));
    const summary = summarise(
      rows.map(({ line, draft, remarks }) => ({
        plan: byLine.get(line)?.plan ?? null,
        contacts: draft?.contacts ?? [],
        remarks,
      })),
    );
    await finishImport(tx, input, {
      summary,
      writes,
      rows: written.map(({ line, contractorId, plan }) => ({
        line,
        contractorId,
        outcome: plan.outcome,
        changes: plan.changes,
      })),
    });
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'import.apply',
      subject: `import:${importId}`,
      data: { create: summary.create, update: summary.update },
    });
    await announce(tx, { type: 'import.changed', companyId: String(companyId), id: String(importId) });
    return done(undefined);
  });
}
