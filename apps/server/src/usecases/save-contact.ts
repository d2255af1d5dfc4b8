import { phoneFaults } from '@goniec/phone';
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
import { readContactNumber } from '../domain/contact-number.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

export interface ContactFields {
  readonly name?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly isPrimary?: boolean | undefined;
}

interface By {
  readonly companyId: number;
  readonly actor: Actor;
}

/** A typed number that cannot be used is refused: a person is there to correct it (an import keeps it with its fault instead). */
export function contactColumns(contact: ContactFields, pointer: string) {
  const typed = contact.phone?.trim() ?? '';
  const number = readContactNumber(typed);
  if (number.kind === 'fault') {
    const { code } = number;
    const detail =
      code === 'several_numbers' ? 'Wpisz jeden numer; drugi dodaj jako osobny kontakt.' : phoneFaults[code].pl;
    return refuse('phone_unusable', { errors: [{ pointer, code, detail }] });
  }
  return done({
    name: contact.name ?? null,
    role: contact.role ?? null,
    email: contact.email ?? null,
    phone: number.kind === 'number' ? number.phone : null,
    phoneKind: number.kind === 'number' ? number.phoneKind : null,
    phoneRaw: typed === '' ? null : typed,
    phoneFault: null,
  });
}

export async function createContact(
  deps: Pick<Deps, 'db'>,
  input: By & { readonly contractorId: number; readonly contact: ContactFields },
): Promise<Outcome<number>> {
  const columns = contactColumns(input.contact, '/body/phone');
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
  const columns = contactColumns(contact, '/body/phone');
  if (!columns.ok) return columns;
  return inTransaction(deps.db, async (tx) => {
    const before = await findContact(tx, companyId, contactId);
    if (!before) return refuse('not_found');
    const { name, role, email, ...number } = columns.value;
    await updateRow(tx, input, {
      name: contact.name === undefined ? before.name : name,
      role: contact.role === undefined ? before.role : role,
      email: contact.email === undefined ? before.email : email,
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
