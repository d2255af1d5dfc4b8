import { readContact, type ContactChanges } from '../../contacts/input.ts';
import { parseOrder, parseQuery } from '../../contacts/query.ts';
import type { Contact } from '../../contacts/shapes.ts';
import { showContact } from '../../contacts/show.ts';
import type { Core } from '../../core.ts';
import type { Handler } from '../../http/call.ts';
import type { Fields } from '../../http/fields.ts';
import { empty, invalidFields, json, problem, type Reply } from '../../http/reply.ts';
import { kept } from '../../state/resources.ts';
import { paged } from '../paging.ts';
import { keep, newId } from '../resource.ts';
import { withContact } from './found.ts';

/** People of the directory (dossier 7.4). */

const show = (core: Core, contact: Contact) => showContact(core.store, contact, core.clock.now());

export const listContacts: Handler = (core, { fields }) => {
  const { store, clock } = core;
  const query = parseQuery(fields);
  const order = parseOrder(fields);
  if (typeof query !== 'function') return invalidFields([query]);
  if (typeof order !== 'function') return invalidFields([order]);
  const now = clock.now();
  const found = [...store.resources.contacts.values()].filter((contact) => query(contact, store, now)).toSorted(order);
  return paged(fields, found, (contact) => show(core, contact));
};

const NOBODY: ContactChanges = { texts: {}, gender: 'undefined', custom: {} };

const read = ({ store }: Core, fields: Fields, known: ContactChanges) =>
  readContact(fields, known, store.resources.contactFields.values());

/** Two contacts may share neither a phone number nor an e-mail address. */
const findTwin = ({ store }: Core, { texts }: ContactChanges, but: Contact | null): Contact | undefined =>
  [...store.resources.contacts.values()].find(
    (other) =>
      other.id !== but?.id &&
      ((texts.phone_number !== undefined && other.texts.phone_number === texts.phone_number) ||
        (texts.email !== undefined && other.texts.email === texts.email)),
  );

const conflict = (): Reply => problem(409, 'contact_conflict', 'Contact already exists');

const changeTo = async (core: Core, contact: Contact, fields: Fields): Promise<Reply> => {
  const wanted = read(core, fields, contact);
  if (!wanted.ok) return invalidFields(wanted.faults);
  if (findTwin(core, wanted.changes, contact) !== undefined) return conflict();
  const changed: Contact = { ...contact, ...wanted.changes, updatedAt: core.clock.now() };
  await keep(core, 'contacts', [changed]);
  return json(200, show(core, changed));
};

export const createContact: Handler = async (core, { fields }) => {
  const wanted = read(core, fields, NOBODY);
  if (!wanted.ok) return invalidFields(wanted.faults);
  const twin = findTwin(core, wanted.changes, null);
  if (twin !== undefined) {
    return core.settings().switches.knownContact === 'conflict' ? conflict() : changeTo(core, twin, fields);
  }
  const now = core.clock.now();
  const { id, sequence } = newId(core, 'contacts');
  const contact: Contact = { id, ...wanted.changes, groups: {}, createdAt: now, updatedAt: now };
  await keep(core, 'contacts', [contact], sequence);
  return json(201, show(core, contact));
};

export const getContact: Handler = withContact((core, _, contact) => json(200, show(core, contact)));

export const updateContact: Handler = withContact((core, { fields }, contact) => changeTo(core, contact, fields));

/** Thrown-away contacts lie in the trash until it is emptied or restored. */
export const throwAway = async (core: Core, contacts: readonly Contact[]): Promise<void> => {
  if (contacts.length === 0) return;
  await core.record(kept('contactTrash', contacts, core.store.sequence), {
    type: 'dropped',
    kind: 'contacts',
    ids: contacts.map(({ id }) => id),
  });
};

export const deleteContact: Handler = withContact(async (core, _, contact) => {
  await throwAway(core, [contact]);
  return empty(204);
});

/** All of them, whatever filters are given: the specification knows none here (A). */
export const deleteContacts: Handler = async (core) => {
  await throwAway(core, [...core.store.resources.contacts.values()]);
  return empty(202);
};
