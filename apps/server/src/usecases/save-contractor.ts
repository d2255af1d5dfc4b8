import { recordAudit } from '../db/audit-events.ts';
import { insertContact } from '../db/contacts.ts';
import {
  deleteContractor as deleteRow,
  findContractor,
  insertContractor,
  updateContractor as updateRow,
  type ContractorRow,
} from '../db/contractors.ts';
import { inTransaction, isUniqueViolation } from '../db/database.ts';
import { derivedKeys, type ContractorFields } from '../domain/contractor.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { readContacts, type ContactFields } from './read-contact.ts';

interface By {
  readonly companyId: number;
  readonly actor: Actor;
}

/** Adds a contractor, with contacts if there are any; the first of them is the primary one unless another says so. */
export async function createContractor(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly fields: ContractorFields; readonly contacts: readonly ContactFields[] },
): Promise<Outcome<number>> {
  const contacts = readContacts(input.contacts, (index) => `/body/contacts/${index}`);
  if (!contacts.ok) return contacts;
  return orTaken(
    inTransaction(deps.db, async (tx) => {
      const { companyId, fields } = input;
      const { id } = await insertContractor(tx, { ...columnsOf(fields), companyId });
      const primary = Math.max(
        0,
        input.contacts.findIndex((contact) => contact.isPrimary),
      );
      for (const [index, contact] of contacts.value.entries())
        await insertContact(tx, { ...contact, companyId, contractorId: id, isPrimary: index === primary });
      await recordAudit(tx, {
        companyId,
        actor: input.actor,
        action: 'contractor.create',
        subject: `contractor:${id}`,
      });
      return done(id);
    }),
  );
}

/** Changes what is given and leaves the rest. */
export async function updateContractor(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contractorId: number; readonly change: Partial<ContractorFields> },
): Promise<Outcome<void>> {
  return orTaken(
    inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
      const { companyId, contractorId } = input;
      const before = await findContractor(tx, companyId, contractorId);
      if (!before) return refuse('not_found');
      await updateRow(tx, input, columnsOf({ ...fieldsOf(before), ...input.change }));
      await recordAudit(tx, {
        companyId,
        actor: input.actor,
        action: 'contractor.update',
        subject: `contractor:${contractorId}`,
        data: { fields: Object.keys(input.change) },
      });
      return done(undefined);
    }),
  );
}

/** Deletes a contractor with its contacts. Messages already sent stay in their campaigns, the ledger of consents stays whole. */
export async function deleteContractor(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contractorId: number },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx) => {
    const { companyId, contractorId } = input;
    if (!(await deleteRow(tx, companyId, contractorId))) return refuse('not_found');
    await recordAudit(tx, {
      companyId,
      actor: input.actor,
      action: 'contractor.delete',
      subject: `contractor:${contractorId}`,
    });
    return done(undefined);
  });
}

const columnsOf = (fields: ContractorFields) => ({ ...fields, groups: [...fields.groups], ...derivedKeys(fields) });

function fieldsOf(row: ContractorRow): ContractorFields {
  const { code, shortName, name, nip, street, postalCode, city, country, groups } = row;
  return { code, shortName, name, nip, street, postalCode, city, country, groups };
}

async function orTaken<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error, 'contractor_code')) return refuse('contractor_code_taken');
    throw error;
  }
}
