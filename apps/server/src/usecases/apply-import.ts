import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import {
  addImportedConsents,
  createContacts,
  createContractors,
  updateContacts,
  updateContractors,
} from '../db/import-writes.ts';
import { findImport, finishImport, listImportRows } from '../db/imports.ts';
import { summarise } from '../domain/import-summary.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { planImport, type PlannedRow } from './plan-import.ts';

/** More rows than any file has. */
const ALL = 10_000_000;

type Planned = Extract<PlannedRow, { kind: 'planned' }> & { readonly contractorId: number };

/**
 * Writes a checked import into the directory, all of it or nothing. The rows are laid beside the directory again, so what
 * changed since the dry run is respected; in particular a consent withdrawn in between stays withdrawn.
 */
export async function applyImport(
  deps: Pick<Deps, 'db'>,
  input: { readonly companyId: number; readonly importId: number; readonly actor: Actor },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
    const record = await findImport(tx, input, true);
    if (!record) return refuse('not_found');
    if (record.state === 'applied') return refuse('import_already_applied');
    const { companyId, importId, actor } = input;
    const rows = await listImportRows(tx, { companyId, importId, after: -1, limit: ALL });
    const drafts = rows.flatMap(({ line, draft, outcome }) =>
      draft && outcome !== 'rejected' ? [{ line, draft }] : [],
    );
    const planned = await planImport(tx, companyId, drafts);
    const written = await write(tx, input, record.fileName, planned);
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

/** Five statements for the whole file. */
async function write(
  tx: Db,
  by: { readonly companyId: number; readonly importId: number; readonly actor: Actor },
  fileName: string,
  rows: readonly PlannedRow[],
): Promise<Planned[]> {
  const { companyId } = by;
  const planned = rows.filter((row) => row.kind === 'planned');
  const created = planned.filter(({ contractorId }) => contractorId === null);
  const ids = await createContractors(
    tx,
    companyId,
    created.map(({ plan }) => plan.fields),
  );
  const idOf = new Map(created.map(({ line }, index) => [line, ids[index]]));
  const all = planned.map((row): Planned => {
    const contractorId = row.contractorId ?? idOf.get(row.line);
    if (contractorId === undefined) throw new Error(`line ${row.line} of import ${by.importId} got no contractor`);
    return { ...row, contractorId };
  });
  const changed = all.filter(({ plan }) => plan.outcome === 'update');
  await updateContractors(
    tx,
    companyId,
    changed.map(({ contractorId, plan }) => ({ ...plan.fields, id: contractorId })),
  );
  const contacts = all.flatMap(({ contractorId, plan }) => plan.contacts.map((contact) => ({ contractorId, contact })));
  await createContacts(
    tx,
    companyId,
    contacts.flatMap(({ contractorId, contact }) =>
      contact.kind === 'create' ? [{ ...contact.contact, contractorId }] : [],
    ),
  );
  await updateContacts(
    tx,
    companyId,
    contacts.flatMap(({ contact }) => (contact.kind === 'update' ? [{ ...contact.contact, id: contact.id }] : [])),
  );
  const consents = all.flatMap(({ contractorId, plan }) =>
    plan.consents.filter(({ kind }) => kind !== 'kept_withdrawn').map((consent) => ({ ...consent, contractorId })),
  );
  await addImportedConsents(tx, { companyId, actor: by.actor, source: `import:${by.importId} ${fileName}` }, consents);
  return all;
}
