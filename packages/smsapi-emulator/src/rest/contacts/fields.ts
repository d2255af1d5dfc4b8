import { GENDERS, TEXT_FIELDS, type ContactField } from '../../contacts/shapes.ts';
import type { Core } from '../../core.ts';
import type { Handler } from '../../http/call.ts';
import { filledText, type Fields } from '../../http/fields.ts';
import { collection, empty, invalidData, json, notFound, problem, type Reply } from '../../http/reply.ts';
import { drop, keep, newId } from '../resource.ts';

/** Fields an account adds to its contacts (dossier 7.4). */

const TYPES: ReadonlySet<string> = new Set(['text', 'date', 'email', 'phone_number', 'number']);

const BUILT_IN: readonly string[] = [...TEXT_FIELDS, 'gender'];

/** Names a contact's reply already has. */
const RESERVED: ReadonlySet<string> = new Set([...BUILT_IN, 'id', 'groups', 'date_created', 'date_updated']);

const BUILT_IN_TYPES: Readonly<Record<string, string>> = {
  phone_number: 'phone_number',
  email: 'email',
  birthday_date: 'date',
};

export const listFields: Handler = ({ store }) => collection([...store.resources.contactFields.values()]);

/** A plain list, unlike all others (A). */
export const listAvailableFields: Handler = ({ store }) =>
  json(200, [
    ...BUILT_IN.map((name) => ({
      id: name,
      name,
      type: BUILT_IN_TYPES[name] ?? 'text',
      built_in: true,
      options: name === 'gender' ? GENDERS : null,
    })),
    ...[...store.resources.contactFields.values()].map((field) => ({ ...field, built_in: false, options: null })),
  ]);

const find = ({ store }: Core, id: string | undefined): ContactField | undefined =>
  store.resources.contactFields.get(id ?? '');

/** Two fields of one name could not be told apart in a contact. */
const nameOf = (core: Core, fields: Fields, but: string | null): string | Reply => {
  const name = filledText(fields, 'name');
  if (name === null) return invalidData('name', 'This value should not be blank.', '');
  const isTaken = [...core.store.resources.contactFields.values()].some(
    (field) => field.name === name && field.id !== but,
  );
  return RESERVED.has(name) || isTaken ? problem(409, 'field_conflict', 'Field already exists') : name;
};

export const createField: Handler = async (core, { fields }) => {
  const name = nameOf(core, fields, null);
  if (typeof name !== 'string') return name;
  const type = filledText(fields, 'type') ?? 'text';
  if (!TYPES.has(type.toLowerCase())) return invalidData('type', 'Unknown type of field', type);
  const { id, sequence } = newId(core, 'contactFields');
  const field: ContactField = { id, name, type };
  await keep(core, 'contactFields', [field], sequence);
  return json(201, field);
};

export const updateField: Handler = async (core, { fields, params }) => {
  const field = find(core, params['field']);
  if (field === undefined) return notFound();
  const name = nameOf(core, fields, field.id);
  if (typeof name !== 'string') return name;
  const changed: ContactField = { ...field, name };
  await keep(core, 'contactFields', [changed]);
  return json(200, changed);
};

export const deleteField: Handler = async (core, { params }) => {
  const field = find(core, params['field']);
  if (field === undefined) return notFound();
  await drop(core, 'contactFields', [field.id]);
  return empty(204);
};

/** Only the gender has options to choose from; the rest is 501 (A). */
export const listFieldOptions: Handler = (core, { params }) => {
  const id = params['field'] ?? '';
  if (id === 'gender') return collection(GENDERS.map((gender) => ({ name: gender, value: gender })));
  if (!BUILT_IN.includes(id) && find(core, id) === undefined) return notFound();
  return problem(501, 'not_implemented', 'This field has no options');
};
