import { listContacts } from '../db/contacts.ts';
import { findContractors } from '../db/contractors.ts';
import type { Db } from '../db/database.ts';
import { consentsOfPhones, matchContractors, type MatchKey } from '../db/import-matches.ts';
import { sortKey } from '../domain/text-keys.ts';
import { planRow, type DraftRow, type KnownContractor, type RowPlan } from '../domain/import-plan.ts';
import { refusalsOf, type ConsentsOf } from '../domain/import-plan-consent.ts';
import type { RowRemark } from '../domain/import-row.ts';
import { portionsOf } from './portions.ts';

/** A row that can be taken, and its line. */
export interface NumberedDraft {
  readonly line: number;
  readonly draft: DraftRow;
}

export type PlannedRow =
  | {
      readonly line: number;
      readonly kind: 'planned';
      readonly contractorId: number | null;
      readonly draft: DraftRow;
      /** What the directory holds of the contractor; null: nothing. */
      readonly known: KnownContractor | null;
      readonly plan: RowPlan;
    }
  | { readonly line: number; readonly kind: 'repeated'; readonly draft: DraftRow; readonly remark: RowRemark };

/**
 * Lays a whole file beside the directory, portion by portion with four queries each. The dry run and applying both ask this, before
 * anything is written: no row may match what another row of the same file creates.
 */
export async function planImport(
  db: Db,
  companyId: number,
  rows: readonly NumberedDraft[],
  onPlanned: (rows: number) => void = () => {},
): Promise<PlannedRow[]> {
  const refusals = refusalsOf(rows.map(({ draft }) => draft));
  const seen = new Map<string, number>();
  const planned: PlannedRow[] = [];
  for await (const portion of portionsOf(rows)) {
    planned.push(...(await planPortion(db, companyId, portion, { refusals, seen })));
    onPlanned(portion.length);
  }
  return planned;
}

/** What the rows of a file know of each other. */
interface WholeFile {
  readonly refusals: ReturnType<typeof refusalsOf>;
  readonly seen: Map<string, number>;
}

async function planPortion(
  db: Db,
  companyId: number,
  rows: readonly NumberedDraft[],
  { refusals, seen }: WholeFile,
): Promise<PlannedRow[]> {
  const ids = await matchContractors(
    db,
    companyId,
    rows.map(({ draft }) => matchKey(draft)),
  );
  const known = await knownContractors(
    db,
    companyId,
    ids.filter((id) => id !== null),
  );
  const consents = await consentsFor(db, companyId, rows, refusals);
  return rows.map(({ line, draft }, index): PlannedRow => {
    const contractorId = ids[index] ?? null;
    const first = firstLineOf(seen, identities(draft, contractorId), line);
    if (first !== null) return { line, kind: 'repeated', draft, remark: repeated(draft, first) };
    const held = contractorId === null ? null : (known.get(contractorId) ?? null);
    return { line, kind: 'planned', contractorId, draft, known: held, plan: planRow(draft, held, consents) };
  });
}

function matchKey({ contractor, contacts }: DraftRow): MatchKey {
  const { code, nip, nipValid, name, postalCode } = contractor;
  return { code, nip: nipValid ? nip : null, phone: contacts[0]?.phone ?? null, nameKey: sortKey(name), postalCode };
}

/** By what a second row about the same contractor gives itself away. */
function identities({ contractor }: DraftRow, contractorId: number | null): string[] {
  const { code, nip, nipValid, name, postalCode } = contractor;
  const ids = contractorId === null ? [] : [`id:${contractorId}`];
  if (code !== null) return [...ids, `code:${code}`];
  return [
    ...ids,
    ...(nip !== null && nipValid ? [`nip:${nip}`] : []),
    ...(postalCode === null ? [] : [`name:${sortKey(name)}|${postalCode}`]),
  ];
}

function firstLineOf(seen: Map<string, number>, keys: readonly string[], line: number): number | null {
  const first = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
  if (first !== undefined) return first;
  for (const key of keys) seen.set(key, line);
  return null;
}

function repeated({ contractor }: DraftRow, firstLine: number): RowRemark {
  return {
    code: 'repeated_contractor',
    severity: 'rejected_row',
    column: null,
    value: contractor.code ?? contractor.name,
    pl: `Ten sam kontrahent występuje w pliku więcej niż raz. Zostaw jeden wiersz albo nadaj im różne kody. Przyjęto wiersz ${firstLine}.`,
    en: `The same contractor is in the file more than once. Keep one of the rows or give them different codes. Line ${firstLine} was taken.`,
  };
}

async function knownContractors(
  db: Db,
  companyId: number,
  ids: readonly number[],
): Promise<Map<number, KnownContractor>> {
  const [contractors, contacts] = [await findContractors(db, companyId, ids), await listContacts(db, companyId, ids)];
  const contactsOf = Map.groupBy(contacts, ({ contractorId }) => contractorId);
  return new Map(
    contractors.map(({ id, code, shortName, name, nip, street, postalCode, city, country, groups }) => [
      id,
      {
        fields: { code, shortName, name, nip, street, postalCode, city, country, groups },
        contacts: contactsOf.get(id) ?? [],
      },
    ]),
  );
}

async function consentsFor(
  db: Db,
  companyId: number,
  rows: readonly NumberedDraft[],
  refusals: WholeFile['refusals'],
): Promise<ConsentsOf> {
  const drafts = rows.map(({ draft }) => draft);
  const phones = new Set(drafts.flatMap(({ contacts }) => contacts.flatMap(({ phone }) => phone ?? [])));
  const known = new Map(
    (await consentsOfPhones(db, companyId, [...phones])).map((consent) => [consent.phone, consent]),
  );
  return {
    known: (phone) => {
      const consent = known.get(phone);
      return consent
        ? { state: consent.active ? 'active' : 'withdrawn', since: consent.since }
        : { state: 'none', since: null };
    },
    refusedInFile: (phone) => refusals.get(phone),
  };
}
