import { groupsOf, isMember, membersOf } from '../../contacts/members.ts';
import { parseQuery } from '../../contacts/query.ts';
import type { Contact, ContactGroup } from '../../contacts/shapes.ts';
import { showContact } from '../../contacts/show.ts';
import type { Core } from '../../core.ts';
import type { Call, Handler } from '../../http/call.ts';
import { textOf, type Fields } from '../../http/fields.ts';
import { collection, empty, invalidFields, json, type Reply } from '../../http/reply.ts';
import { keep } from '../resource.ts';
import { contactNotFound, groupNotFound, withBoth, withContact, withGroup } from './found.ts';
import { shownGroup, shownGroups } from './groups.ts';

/** Who is in which group (dossier 7.4), seen from the contact and seen from the group. */

const within = (contact: Contact, groups: readonly ContactGroup[], now: number): Contact => ({
  ...contact,
  groups: { ...contact.groups, ...Object.fromEntries(groups.map(({ id }) => [id, now])) },
});

const without = (contact: Contact, group: ContactGroup): Contact => ({
  ...contact,
  groups: Object.fromEntries(Object.entries(contact.groups).filter(([id]) => id !== group.id)),
});

const isIn = (core: Core, contact: Contact, group: ContactGroup): boolean => isMember(contact, group, core.clock.now());

/** Brings a contact into those groups it is not yet in; how many those were. */
const assign = async (core: Core, contact: Contact, groups: readonly ContactGroup[]): Promise<number> => {
  const fresh = groups.filter((group) => !isIn(core, contact, group));
  if (fresh.length > 0) await keep(core, 'contacts', [within(contact, fresh, core.clock.now())]);
  return fresh.length;
};

const groupsNow = (core: Core, { id }: Contact): readonly ContactGroup[] => {
  const contact = core.store.resources.contacts.get(id);
  return contact === undefined ? [] : groupsOf(core.store, contact, core.clock.now());
};

const groupList = (core: Core, fields: Fields, contact: Contact, status = 200): Reply => ({
  ...collection(shownGroups(core, fields, groupsNow(core, contact))),
  status,
});

export const listContactGroups: Handler = withContact((core, { fields }, contact) => groupList(core, fields, contact));

/** The body's numbered fields are ids of groups: `0=…&1=…`. All of them must exist. */
export const assignToGroups: Handler = withContact(async (core, { fields }, contact) => {
  const wanted = [...fields.keys()].filter((name) => /^\d+$/.test(name)).map((name) => textOf(fields, name) ?? '');
  const groups = wanted.flatMap((id) => core.store.resources.contactGroups.get(id) ?? []);
  if (groups.length < wanted.length) return groupNotFound();
  return (await assign(core, contact, groups)) > 0 ? groupList(core, fields, contact, 201) : collection([]);
});

export const getContactGroup: Handler = withBoth((core, { fields }, { contact, group }) =>
  isIn(core, contact, group) ? json(200, shownGroup(core, fields, group)) : groupNotFound(),
);

export const assignToGroup: Handler = withBoth(async (core, { fields }, { contact, group }) => {
  const isNew = (await assign(core, contact, [group])) > 0;
  return groupList(core, fields, contact, isNew ? 201 : 200);
});

const unpin = async (core: Core, contact: Contact, group: ContactGroup): Promise<Reply> => {
  await keep(core, 'contacts', [without(contact, group)]);
  return empty(204);
};

export const unpinFromGroup: Handler = withBoth((core, _, { contact, group }) =>
  isIn(core, contact, group) ? unpin(core, contact, group) : groupNotFound(),
);

export const getMember: Handler = withBoth((core, _, { contact, group }) =>
  isIn(core, contact, group) ? json(200, showContact(core.store, contact, core.clock.now())) : contactNotFound(),
);

export const pinMember: Handler = withBoth(async (core, _, { contact, group }) => {
  const isNew = (await assign(core, contact, [group])) > 0;
  const now = core.store.resources.contacts.get(contact.id) ?? contact;
  return json(isNew ? 201 : 200, showContact(core.store, now, core.clock.now()));
});

export const unpinMember: Handler = withBoth((core, _, { contact, group }) =>
  isIn(core, contact, group) ? unpin(core, contact, group) : contactNotFound(),
);

/** Changes all contacts the request's filters mean, at once; without filters everybody is meant (E). */
const byQuery = (
  candidates: (core: Core, group: ContactGroup) => readonly Contact[],
  change: (contact: Contact, group: ContactGroup, now: number) => Contact,
): Handler =>
  withGroup(async (core: Core, { fields }: Call, group) => {
    const query = parseQuery(fields);
    if (typeof query !== 'function') return invalidFields([query]);
    const now = core.clock.now();
    const meant = candidates(core, group).filter((contact) => query(contact, core.store, now));
    if (meant.length > 0) {
      await keep(
        core,
        'contacts',
        meant.map((contact) => change(contact, group, now)),
      );
    }
    return empty(204);
  });

const everybody = ({ store }: Core): readonly Contact[] => [...store.resources.contacts.values()];
const outside = (core: Core, group: ContactGroup) => everybody(core).filter((contact) => !isIn(core, contact, group));
const inside = (core: Core, group: ContactGroup) => membersOf(core.store, group, core.clock.now());

export const addMembers: Handler = byQuery(outside, (contact, group, now) => within(contact, [group], now));

/** Moved contacts are in no other group any more. */
export const moveMembers: Handler = byQuery(everybody, (contact, group, now) =>
  within({ ...contact, groups: {} }, [group], contact.groups[group.id] ?? now),
);

export const removeMembers: Handler = byQuery(inside, without);
