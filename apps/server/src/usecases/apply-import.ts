import { setImmediate } from 'node:timers/promises';
import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import {
  findImport,
  finishImport,
  holdDirectory,
  listImportRows,
  noteRowsApplied,
  type ImportRowRecord,
} from '../db/imports.ts';
import { refreshStatistics } from '../db/statistics.ts';
import type { RowPlan } from '../domain/import-plan.ts';
import { addSummaries, summarise, type ImportSummary } from '../domain/import-summary.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport } from './plan-import.ts';
import { portionsOf } from './portions.ts';
import { withProgress, type Progress } from './report-progress.ts';
import { writeImport } from './write-import.ts';

/** Rows fetched in one go. */
const AT_ONCE = 2_000;

/** Each row is fetched, laid beside the directory, and written. */
const PASSES = 3;

interface ApplyInput {
  readonly companyId: number;
  readonly importId: number;
  readonly actor: Actor;
}

/**
 * Writes a checked import into the directory, all of it or nothing. The rows are laid beside the directory again, so what
 * changed since the dry run is respected; in particular a consent withdrawn in between stays withdrawn.
 */
export async function applyImport(deps: Pick<Deps, 'db' | 'log'>, input: ApplyInput): Promise<Outcome<void>> {
  const found = await findImport(deps.db, input);
  if (!found) return refuse('not_found');
  const { fileName, summary } = found;
  const outcome = await withProgress(deps, { ...pick(input), kind: 'apply', fileName }, (progress) =>
    inTransaction(deps.db, (tx) => {
      progress.of(summary.rows, PASSES);
      return applyIn(tx, input, progress);
    }),
  );
  if (!outcome.ok) return outcome;
  const { create, contacts, consents } = outcome.value;
  await refreshStatistics(deps.db, 'contractor', create);
  await refreshStatistics(deps.db, 'contact', contacts.create);
  await refreshStatistics(deps.db, 'consentEvent', consents.given + consents.withdrawn);
  await refreshStatistics(deps.db, 'importWrite', create);
  return done(undefined);
}

const pick = ({ companyId, importId }: ApplyInput) => ({ companyId, importId });

async function applyIn(tx: Db, input: ApplyInput, progress: Progress): Promise<Outcome<ImportSummary>> {
  const { companyId, importId, actor } = input;
  await holdDirectory(tx, companyId);
  const record = await findImport(tx, input, true);
  if (!record) return refuse('not_found');
  if (record.state === 'applied') return refuse('import_already_applied');
  if (record.state === 'undone') return refuse('import_already_undone');
  const rows = await fetchRows(tx, input, progress);
  const drafts = rows.flatMap(({ line, draft, outcome }) => (draft && outcome !== 'rejected' ? [{ line, draft }] : []));
  const planned = await planImport(tx, companyId, drafts, progress.done);
  const plans = new Map<number, RowPlan>();
  let writes = 0;
  for await (const portion of portionsOf(planned)) {
    const written = await writeImport(tx, input, record.fileName, portion);
    writes += written.writes;
    for (const { line, plan } of written.rows) plans.set(line, plan);
    await noteRowsApplied(
      tx,
      input,
      written.rows.map(({ line, contractorId, plan: { outcome, changes } }) => ({
        line,
        contractorId,
        outcome,
        changes,
      })),
    );
    progress.done(portion.length);
  }
  let summary = summarise([]);
  for await (const portion of portionsOf(rows)) {
    const summed = portion.map(({ line, draft, remarks }) => ({
      plan: plans.get(line) ?? null,
      contacts: draft?.contacts ?? [],
      remarks,
    }));
    summary = addSummaries(summary, summarise(summed));
  }
  await finishImport(tx, input, { summary, writes });
  await recordAudit(tx, {
    companyId,
    actor,
    action: 'import.apply',
    subject: `import:${importId}`,
    data: { create: summary.create, update: summary.update },
  });
  await announce(tx, { type: 'import.changed', companyId: String(companyId), id: String(importId) });
  return done(summary);
}

/** All rows, without the cells of the file. */
async function fetchRows(tx: Db, key: ApplyInput, progress: Progress) {
  const rows: Pick<ImportRowRecord, 'line' | 'draft' | 'outcome' | 'remarks'>[] = [];
  for (let after = -1; ; after = rows.at(-1)?.line ?? after) {
    const page = await listImportRows(tx, { ...key, after, limit: AT_ONCE });
    rows.push(...page.map(({ line, draft, outcome, remarks }) => ({ line, draft, outcome, remarks })));
    progress.done(page.length);
    if (page.length < AT_ONCE) return rows;
    await setImmediate();
  }
}
