import { phoneFaults } from '@goniec/phone';
import { readContactNumber } from '../domain/contact-number.ts';
import { readEmail } from '../domain/import-values.ts';
import { done, refuse, type Outcome, type Refusal } from '../domain/refusal.ts';

export interface ContactFields {
  readonly name?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly isPrimary?: boolean | undefined;
}

interface ContactColumns extends Record<'name' | 'role' | 'email' | 'phone' | 'phoneRaw', string | null> {
  readonly phoneKind: 'mobile' | 'landline' | 'other' | null;
  readonly phoneFault: null;
}

type FieldFault = NonNullable<Refusal['errors']>[number];

/**
 * Contacts as they are kept. A typed number or address that cannot be used is refused: a person is there to correct it (an import
 * keeps a number with its fault instead). All faults are told at once. `pointers` say where each contact stands in the request.
 */
export function readContacts(
  contacts: readonly ContactFields[],
  pointers: (index: number) => string,
): Outcome<ContactColumns[]> {
  const faults = contacts.map((contact, index) => faultsOf(contact, pointers(index)));
  const phones = faults.flatMap(({ phone }) => phone);
  const errors = faults.flatMap(({ phone, email }) => [...phone, ...email]);
  if (errors.length > 0) return refuse(phones.length > 0 ? 'phone_unusable' : 'email_unusable', { errors });
  return done(contacts.map(columnsOf));
}

/** One contact that is the request itself. */
export function readContact(contact: ContactFields): Outcome<ContactColumns> {
  const read = readContacts([contact], () => '/body');
  return read.ok ? done(columnsOf(contact)) : read;
}

function faultsOf(contact: ContactFields, pointer: string): Record<'phone' | 'email', readonly FieldFault[]> {
  const number = readContactNumber(contact.phone?.trim() ?? '');
  const code = number.kind === 'fault' ? number.code : null;
  const detail =
    code === null || code === 'several_numbers'
      ? 'Wpisz jeden numer; drugi dodaj jako osobny kontakt.'
      : phoneFaults[code].pl;
  const { faulty, others } = readEmail(contact.email ?? '');
  const email =
    others.length > 0 ? 'Wpisz jeden adres; drugi dodaj jako osobny kontakt.' : 'To nie jest poprawny adres e-mail.';
  return {
    phone: code === null ? [] : [{ pointer: `${pointer}/phone`, code, detail }],
    email: faulty || others.length > 0 ? [{ pointer: `${pointer}/email`, code: 'email_unusable', detail: email }] : [],
  };
}

function columnsOf({ name = null, role = null, email, phone }: ContactFields): ContactColumns {
  const typed = phone?.trim() ?? '';
  const number = readContactNumber(typed);
  return {
    name,
    role,
    email: readEmail(email ?? '').email,
    phone: number.kind === 'number' ? number.phone : null,
    phoneKind: number.kind === 'number' ? number.phoneKind : null,
    phoneRaw: typed === '' ? null : typed,
    phoneFault: null,
  };
}
