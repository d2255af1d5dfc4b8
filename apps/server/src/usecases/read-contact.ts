import { phoneFaults } from '@goniec/phone';
import { readContactNumber } from '../domain/contact-number.ts';
import { readEmail } from '../domain/import-values.ts';
import type { Sentence } from '../domain/reason.ts';
import { done, refuse, type FieldFault, type Outcome } from '../domain/refusal.ts';

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
  const { faulty, others } = readEmail(contact.email ?? '');
  const email = others.length > 0 ? ONE_ADDRESS : faulty ? NO_ADDRESS : null;
  return {
    phone:
      code === null
        ? []
        : [fault(`${pointer}/phone`, code, code === 'several_numbers' ? ONE_NUMBER : phoneFaults[code])],
    email: email === null ? [] : [fault(`${pointer}/email`, 'email_unusable', email)],
  };
}

const fault = (pointer: string, code: string, { pl, en }: Sentence): FieldFault => ({
  pointer,
  code,
  detail: pl,
  sentence: { pl, en },
});

const ONE_NUMBER = {
  pl: 'Wpisz jeden numer; drugi dodaj jako osobny kontakt.',
  en: 'Type one number; add the other as a contact of its own.',
};
const ONE_ADDRESS = {
  pl: 'Wpisz jeden adres; drugi dodaj jako osobny kontakt.',
  en: 'Type one address; add the other as a contact of its own.',
};
const NO_ADDRESS = { pl: 'To nie jest poprawny adres e-mail.', en: 'This is no valid e-mail address.' };

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
