import type { Store } from '../state/store.ts';
import { countMembers, groupsOf } from './members.ts';
import type { Contact, ContactGroup, GroupPermission } from './shapes.ts';

type Shown = Readonly<Record<string, unknown>>;

/** `2017-07-21T17:32:28Z`: whole seconds. */
export const showMoment = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export const showPermission = (group: ContactGroup, { username, read, write, send }: GroupPermission): Shown => ({
  group_id: group.id,
  username,
  write,
  read,
  send,
});

const groupIn = (group: ContactGroup, count: number | null): Shown => ({
  id: group.id,
  name: group.name,
  // A text always: Java's client dies of a null here (B).
  description: group.description ?? '',
  contacts_count: count,
  date_created: showMoment(group.createdAt),
  date_updated: showMoment(group.updatedAt),
  created_by: group.createdBy,
  idx: group.idx,
  contact_expire_after: group.contactExpireAfter,
  permissions: group.permissions.map((permission) => showPermission(group, permission)),
});

/** Groups as replies show them; members are counted once for all of them, or left out as null. */
export const showGroups = (
  store: Readonly<Store>,
  groups: readonly ContactGroup[],
  options: { readonly now: number; readonly counted: boolean },
): readonly Shown[] => {
  const counts = options.counted && groups.length > 0 ? countMembers(store, options.now) : null;
  return groups.map((group) => groupIn(group, counts === null ? null : (counts.get(group.id) ?? 0)));
};

const customOf = ({ resources }: Readonly<Store>, contact: Contact): Shown =>
  Object.fromEntries(
    Object.entries(contact.custom).flatMap(([id, value]): [string, string][] => {
      const name = resources.contactFields.get(id)?.name;
      return name === undefined ? [] : [[name, value]];
    }),
  );

/**
 * A contact as replies show it. What was never given is absent: PHP's client takes every further property for a custom
 * field and dies of a null (dossier 7.4, B). Groups carry no count here, for a page of contacts would count them all.
 */
export const showContact = (store: Readonly<Store>, contact: Contact, now: number): Shown => ({
  id: contact.id,
  ...contact.texts,
  gender: contact.gender,
  date_created: showMoment(contact.createdAt),
  date_updated: showMoment(contact.updatedAt),
  groups: showGroups(store, groupsOf(store, contact, now), { now, counted: false }),
  ...customOf(store, contact),
});
