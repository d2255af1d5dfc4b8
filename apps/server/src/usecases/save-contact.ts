import { recordAudit } from '../db/audit-events.ts';
import {
  deleteContact as deleteRow,
  findContact,
  insertContact,
  makePrimary,
  updateContact as updateRow,
} from '../db/contacts.ts';
import { findContractor } from '../db/contractors.ts';
import { inTransaction } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { readContact, type ContactFields } from './read-contact.ts';

interface By {
  readonly companyId: number;
  readonly actor: Actor;
}

export async function createContact(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contractorId: number; readonly contact: ContactFields },
): Promise<Outcome<number>> {
  const columns = readContact(input.contact);
  if (!columns.ok) return columns;
  return inTransaction(deps.db, async (tx) => {
    const { companyId, contractorId, actor } = input;
    if (!(await findContractor(tx, companyId, contractorId))) return refuse('not_found');
    const contactId = await insertContact(tx, { ...columns.value, companyId, contractorId });
    if (input.contact.isPrimary) await makePrimary(tx, { companyId, contractorId, contactId });
    await recordAudit(tx, { companyId, actor, action: 'contact.create', subject: `contact:${contactId}` });
    return done(contactId);
  });
}

/** Changes what is given. Consent belongs to the number, so a new number comes without the old one's. */
export async function updateContact(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contactId: number; readonly contact: ContactFields },
): Promise<Outcome<void>> {
  const { companyId, contactId, actor, contact } = input;
  return inTransaction(deps.db, async (tx): Promise<Outcome<void>> => {
    const before = await findContact(tx, companyId, contactId);
    if (!before) return refuse('not_found');
    // An address that nobody touched must not stand in the way of another number.
    const isSame = contact.email === before.email;
    const columns = readContact(isSame ? { ...contact, email: null } : contact);
    if (!columns.ok) return columns;
    const { name, role, email, ...number } = columns.value;
    await updateRow(tx, input, {
      name: contact.name === undefined ? before.name : name,
      role: contact.role === undefined ? before.role : role,
      email: contact.email === undefined || isSame ? before.email : email,
      ...(contact.phone === undefined ? {} : number),
    });
    if (contact.isPrimary) await makePrimary(tx, { companyId, contractorId: before.contractorId, contactId });
    await recordAudit(tx, {
      companyId,
      actor,
      action: 'contact.update',
      subject: `contact:${contactId}`,
      data: { fields: Object.keys(contact) },
    });
    return done(undefined);
  });
}

export async function deleteContact(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contactId: number },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx) => {
    const { companyId, contactId, actor } = input;
    if (!(await deleteRow(tx, companyId, contactId))) return refuse('not_found');
    await recordAudit(tx, { companyId, actor, action: 'contact.delete', subject: `contact:${contactId}` });
    return done(undefined);
  });
}
