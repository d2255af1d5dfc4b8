import { phoneFaults } from '@goniec/phone';
import type { Contract, Result } from '@goniec/contract';
import type { ConsentEventRow } from '../db/consent-events.ts';
import type { ContactRow } from '../db/contacts.ts';
import type { ContractorRow } from '../db/contractors.ts';
import type { SuppressionRow } from '../db/suppressions.ts';
import type { Reason } from '../domain/reason.ts';

type ContactView = Result<Contract['createContact']>;

export function contactView(row: ContactRow): ContactView {
  const { id, contractorId, name, role, phone, phoneKind, phoneRaw, email, isPrimary, consent, suppressed } = row;
  return {
    id: String(id),
    contractorId: String(contractorId),
    name,
    role,
    phone,
    phoneKind,
    phoneRaw,
    phoneFault: faultReason(row.phoneFault),
    email,
    isPrimary,
    consent,
    suppressed,
  };
}

export function contractorView(row: ContractorRow, contacts: readonly ContactRow[]): Result<Contract['getContractor']> {
  const { id, code, shortName, name, nip, street, postalCode, city, country, groups, updatedAt } = row;
  return {
    id: String(id),
    code,
    shortName,
    name,
    nip,
    street,
    postalCode,
    city,
    country,
    groups,
    contacts: contacts.map(contactView),
    updatedAt: updatedAt.toISOString(),
  };
}

/** A consent whose date nobody knows is kept at minus infinity; people see that the date is missing. */
export function consentEventView(
  row: ConsentEventRow,
  names: ReadonlyMap<string, string>,
): Result<Contract['recordConsent']> {
  const { id, phone, purpose, event, effectiveAt, recordedAt, recordedBy, how, source } = row;
  return {
    id: String(id),
    phone,
    purpose,
    event,
    recordedBy,
    recordedByName: names.get(recordedBy) ?? null,
    how,
    source,
    effectiveAt: effectiveAt instanceof Date ? effectiveAt.toISOString() : null,
    recordedAt: recordedAt.toISOString(),
  };
}

export function suppressionView({
  id,
  phone,
  reason,
  source,
  createdAt,
}: SuppressionRow): Result<Contract['addSuppression']> {
  return { id: String(id), phone, reason, source, createdAt: createdAt.toISOString() };
}

function faultReason(code: string | null): Reason | null {
  if (code === null) return null;
  const sentence = isFault(code) ? phoneFaults[code] : { pl: 'Numer jest błędny.', en: 'The number is faulty.' };
  return { code, sentence, action: { pl: 'Popraw numer w kartotece.', en: 'Correct the number in the directory.' } };
}

const isFault = (code: string): code is Extract<keyof typeof phoneFaults, string> => Object.hasOwn(phoneFaults, code);
