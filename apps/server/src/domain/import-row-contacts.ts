import type { E164, PhoneNumber } from '@goniec/phone';
import { personName, type RowCells } from './import-row-cells.ts';
import { type RowConsent, readRowConsent } from './import-row-consent.ts';
import { type FoundNumber, readRowPhones, type RowPhones } from './import-row-phones.ts';
import { remark, type RowRemark } from './import-row-remarks.ts';
import type { IsoDate } from './import-values-date.ts';
import { readEmail } from './import-values.ts';

/** A person or post of a contractor as one row describes it. */
export type ContactDraft = {
  readonly name: string | null;
  readonly role: string | null;
  /** E.164; null when the row gives no usable number for this contact. */
  readonly phone: E164 | null;
  readonly phoneKind: PhoneNumber['kind'] | null;
  /** The whole cell as it stood in the file, '' when there was none. */
  readonly phoneRaw: string;
  /** Why the cell gave no number: the code of the phone reader. */
  readonly phoneFault: string | null;
  readonly email: string | null;
  readonly primary: boolean;
  readonly smsConsent: 'given' | 'refused' | null;
  /** The day of the consent or of its refusal. */
  readonly consentAt: IsoDate | null;
};

export type ContactsReading = { readonly contacts: readonly ContactDraft[]; readonly remarks: readonly RowRemark[] };

const EMPTY: ContactDraft = {
  name: null,
  role: null,
  phone: null,
  phoneKind: null,
  phoneRaw: '',
  phoneFault: null,
  email: null,
  primary: false,
  smsConsent: null,
  consentAt: null,
};

/**
 * The contacts of a row: the primary one holds the person, the e-mail and the first mobile number, and every further number
 * is a contact of its own. Where no mobile is usable but one was meant, the primary contact keeps the faulty text, so
 * that it can be corrected by hand; landline numbers are kept for information.
 */
export function readContacts(row: RowCells): ContactsReading {
  const phones = readRowPhones(row);
  const email = readRowEmail(row, phones);
  const consent = readRowConsent(row);
  const name = personName(row);
  const role = row.text('role');
  const [first, ...further] = numbersAsContacts(phones);
  const hasPerson = name !== null || role !== null || email.email !== null;
  const primary = first ?? (hasPerson ? EMPTY : null);
  const contacts = primary === null ? [] : [{ ...primary, name, role, email: email.email, primary: true }, ...further];
  const remarks = [...phones.remarks, ...email.remarks, ...consent.remarks, ...remarksOnUse(consent, phones)];
  return { contacts: contacts.map((contact) => withConsent(contact, consent)), remarks };
}

function numbersAsContacts({ mobiles, others, faults }: RowPhones): ContactDraft[] {
  const [fault] = mobiles.length === 0 ? faults : [];
  const faulty = fault ? [{ ...EMPTY, phoneRaw: fault.cell.raw, phoneFault: fault.fault.code }] : [];
  return [...faulty, ...[...mobiles, ...others].map(numberAsContact)];
}

function numberAsContact({ number, cell }: FoundNumber): ContactDraft {
  return { ...EMPTY, phone: number.e164, phoneKind: number.kind, phoneRaw: cell.raw };
}

/** A consent is for one number: the primary mobile. A refusal is for every mobile of the row, because doubt must not send. */
function withConsent(contact: ContactDraft, { decision, at }: RowConsent): ContactDraft {
  const isConcerned = contact.phoneKind === 'mobile' && (contact.primary || decision === 'refused');
  return isConcerned && decision !== null ? { ...contact, smsConsent: decision, consentAt: at } : contact;
}

function remarksOnUse({ decision, cell }: RowConsent, { mobiles }: RowPhones): RowRemark[] {
  if (decision !== 'given' || cell === null) return [];
  if (mobiles.length === 0) return [remark('consent_without_mobile', cell)];
  return mobiles.length > 1 ? [remark('consent_first_number_only', cell)] : [];
}

/** The first address of the e-mail columns; failing that, one that was typed into a phone column. */
function readRowEmail(row: RowCells, { emails }: RowPhones): { email: string | null; remarks: RowRemark[] } {
  const cells = row.all('email').map((cell) => ({ cell, ...readEmail(cell.raw) }));
  const typed = emails.map((cell) => ({ cell, ...readEmail(cell.raw) }));
  const found = cells.find(({ email }) => email !== null)?.email ?? null;
  const moved = found === null ? typed.find(({ email }) => email !== null) : undefined;
  const email = found ?? moved?.email ?? null;
  const isLeftOut = (reading: (typeof cells)[number]): boolean =>
    [...(reading.email === null ? [] : [reading.email]), ...reading.others].some((other) => other !== email);
  return {
    email,
    remarks: [
      ...[...cells, ...typed].filter(({ faulty }) => faulty).map(({ cell }) => remark('email_invalid', cell)),
      ...[...cells, ...typed].filter(isLeftOut).map(({ cell }) => remark('email_others', cell)),
      ...(moved ? [remark('email_moved', moved.cell)] : []),
    ],
  };
}
