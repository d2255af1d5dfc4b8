import type { Db } from '../db/database.ts';
import {
  addImportedConsents,
  createContacts,
  createContractors,
  noteWrites,
  updateContacts,
  updateContractors,
  type ImportWrite,
} from '../db/import-writes.ts';
import type { Actor } from './deps.ts';
import type { PlannedRow } from './plan-import.ts';

type Planned = Extract<PlannedRow, { kind: 'planned' }> & { readonly contractorId: number };

interface By {
  readonly companyId: number;
  readonly importId: number;
  readonly actor: Actor;
}

/** Writes some planned rows with six statements, whatever their number: the directory, the ledger, and what undoing will need. */
export async function writeImport(
  tx: Db,
  by: By,
  fileName: string,
  rows: readonly PlannedRow[],
): Promise<{ readonly rows: readonly Planned[]; readonly writes: number }> {
  const planned = await writeContractors(
    tx,
    by,
    rows.filter((row) => row.kind === 'planned'),
  );
  const writes = [
    ...planned.flatMap(contractorWrite),
    ...(await writeContacts(tx, by, planned)),
    ...(await writeConsents(tx, by, fileName, planned)),
  ];
  await noteWrites(tx, by, writes);
  return { rows: planned, writes: writes.length };
}

async function writeContractors(
  tx: Db,
  { companyId, importId }: By,
  planned: readonly Extract<PlannedRow, { kind: 'planned' }>[],
): Promise<Planned[]> {
  const created = planned.filter(({ contractorId }) => contractorId === null);
  const ids = await createContractors(
    tx,
    companyId,
    created.map(({ plan }) => plan.fields),
  );
  const idOf = new Map(created.map(({ line }, index) => [line, ids[index]]));
  const all = planned.map((row): Planned => {
    const contractorId = row.contractorId ?? idOf.get(row.line);
    if (contractorId === undefined) throw new Error(`line ${row.line} of import ${importId} got no contractor`);
    return { ...row, contractorId };
  });
  await updateContractors(
    tx,
    companyId,
    all
      .filter(({ plan }) => plan.outcome === 'update')
      .map(({ contractorId, plan }) => ({ ...plan.fields, id: contractorId })),
  );
  return all;
}

function contractorWrite({ line, contractorId, known, plan: { fields } }: Planned): ImportWrite[] {
  const before = known?.fields ?? null;
  const isSame = before !== null && JSON.stringify(written(before)) === JSON.stringify(written(fields));
  return isSame
    ? []
    : [
        {
          line,
          thing: 'contractor',
          thingId: contractorId,
          contractorId,
          before: before && written(before),
          written: written(fields),
        },
      ];
}

/** The same columns in the same order, wherever they come from. */
const written = ({
  code,
  shortName,
  name,
  nip,
  street,
  postalCode,
  city,
  country,
  groups,
}: Planned['plan']['fields']) => ({
  code,
  shortName,
  name,
  nip,
  street,
  postalCode,
  city,
  country,
  groups,
});

async function writeContacts(tx: Db, { companyId }: By, rows: readonly Planned[]): Promise<ImportWrite[]> {
  const all = rows.flatMap(({ line, contractorId, known, plan }) =>
    plan.contacts.map((contact) => ({ line, contractorId, known, contact })),
  );
  const created = all.flatMap(({ contact, ...of }) => (contact.kind === 'create' ? [{ ...of, ...contact }] : []));
  const changed = all.flatMap(({ contact, ...of }) => (contact.kind === 'update' ? [{ ...of, ...contact }] : []));
  const ids = await createContacts(
    tx,
    companyId,
    created.map(({ contact, contractorId }) => ({ ...contact, contractorId })),
  );
  await updateContacts(
    tx,
    companyId,
    changed.map(({ id, contact }) => ({ ...contact, id })),
  );
  return [
    ...created.flatMap(({ line, contractorId, contact }, index): ImportWrite[] => {
      const thingId = ids[index];
      return thingId === undefined
        ? []
        : [{ line, thing: 'contact', thingId, contractorId, before: null, written: contact }];
    }),
    ...changed.map(({ line, contractorId, known, id, contact }): ImportWrite => {
      const held = known?.contacts.find((each) => each.id === id);
      return {
        line,
        thing: 'contact',
        thingId: id,
        contractorId,
        before: held ? columnsOf(held) : contact,
        written: contact,
      };
    }),
  ];
}

const columnsOf = ({
  name,
  role,
  phone,
  phoneKind,
  phoneRaw,
  phoneFault,
  email,
  isPrimary,
}: NonNullable<Planned['known']>['contacts'][number]) => ({
  name,
  role,
  phone,
  phoneKind,
  phoneRaw,
  phoneFault,
  email,
  isPrimary,
});

async function writeConsents(tx: Db, by: By, fileName: string, rows: readonly Planned[]): Promise<ImportWrite[]> {
  const consents = rows.flatMap(({ line, contractorId, plan }) =>
    plan.consents
      .filter(({ kind }) => kind !== 'kept_withdrawn')
      .map((consent) => ({ ...consent, contractorId, line })),
  );
  const ids = await addImportedConsents(
    tx,
    { companyId: by.companyId, actor: by.actor, source: `import:${by.importId} ${fileName}` },
    consents,
  );
  return consents.flatMap(({ line, contractorId, kind, phone }, index): ImportWrite[] => {
    const thingId = ids[index];
    return thingId === undefined
      ? []
      : [{ line, thing: 'consent', thingId, contractorId, before: null, written: { kind, phone } }];
  });
}
