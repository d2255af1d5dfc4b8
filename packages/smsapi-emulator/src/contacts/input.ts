import { textOf, type Fields } from '../http/fields.ts';
import { fieldFault, type FieldFault } from '../http/reply.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { GENDERS, TEXT_FIELDS, type Contact, type ContactField, type TextField } from './shapes.ts';

export type ContactChanges = Pick<Contact, 'texts' | 'gender' | 'custom'>;

export type ReadContact =
  | { readonly ok: true; readonly changes: ContactChanges }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST = 1_000;

const isRealDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).getUTCDate() === Number(text.slice(8));

/** The value as it is kept; null when it is none of its kind. */
const READERS: Readonly<Partial<Record<TextField, (text: string) => string | null>>> = {
  phone_number: (text) => normalizeNumber(text, true),
  email: (text) => (EMAIL.test(text) ? text : null),
  birthday_date: (text) => (isRealDay(text.slice(0, 10)) ? text.slice(0, 10) : null),
};

/**
 * What a request says of a contact, over what was known. A field given empty is taken away, one that is not given stays.
 * Custom fields come under their own names beside the built-in ones, as PHP's client sends them (B).
 */
export const readContact = (
  fields: Fields,
  known: ContactChanges,
  customFields: Iterable<ContactField>,
): ReadContact => {
  const faults: FieldFault[] = [];
  const texts: Partial<Record<TextField, string>> = { ...known.texts };
  for (const field of TEXT_FIELDS) {
    const given = textOf(fields, field)?.trim();
    if (given === undefined) continue;
    const value = given.length > LONGEST ? null : (READERS[field] ?? ((text: string) => text))(given);
    if (given === '') delete texts[field];
    else if (value === null) faults.push(fieldFault(field, 'This value is not valid.', given));
    else texts[field] = value;
  }
  const gender = textOf(fields, 'gender') ?? known.gender;
  const knownGender = GENDERS.find((one) => one === gender);
  if (knownGender === undefined)
    faults.push(fieldFault('gender', 'The value you selected is not a valid choice.', gender));
  if (texts.phone_number === undefined && texts.email === undefined && faults.length === 0) {
    faults.push(fieldFault('phone_number', 'A phone number or an e-mail address is needed.', null));
  }
  if (faults.length > 0 || knownGender === undefined) return { ok: false, faults };

  const given = [...customFields].flatMap(({ id, name }): [string, string][] => {
    const value = textOf(fields, name);
    return value === null ? [] : [[id, value]];
  });
  const custom = Object.entries({ ...known.custom, ...Object.fromEntries(given) }).filter(([, value]) => value !== '');
  return { ok: true, changes: { texts, gender: knownGender, custom: Object.fromEntries(custom) } };
};
