import type { Store } from '../state/store.ts';
import type { Contact, ContactGroup } from './shapes.ts';

const DAY_MS = 86_400_000;

/** Whether a contact is in a group now; `contact_expire_after` ends it that many days after it began. */
export const isMember = (contact: Contact, group: ContactGroup, now: number): boolean => {
  const since = Object.hasOwn(contact.groups, group.id) ? contact.groups[group.id] : undefined;
  if (since === undefined) return false;
  return group.contactExpireAfter === null || now < since + group.contactExpireAfter * DAY_MS;
};

export const groupsOf = ({ resources }: Readonly<Store>, contact: Contact, now: number): readonly ContactGroup[] =>
  Object.keys(contact.groups).flatMap((id) => {
    const group = resources.contactGroups.get(id);
    return group !== undefined && isMember(contact, group, now) ? [group] : [];
  });

export const membersOf = ({ resources }: Readonly<Store>, group: ContactGroup, now: number): readonly Contact[] =>
  [...resources.contacts.values()].filter((contact) => isMember(contact, group, now));

/** How many contacts each group has, in one pass over the directory. */
export const countMembers = ({ resources }: Readonly<Store>, now: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const contact of resources.contacts.values()) {
    for (const id of Object.keys(contact.groups)) {
      const group = resources.contactGroups.get(id);
      if (group !== undefined && isMember(contact, group, now)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
};

/**
 * Numbers of the groups named by `group=`, several joined with a comma (dossier 2.1); null when one of them does not
 * exist. Contacts without a number are passed over.
 */
export const numbersOfGroups = (store: Readonly<Store>, names: string, now: number): readonly string[] | null => {
  const known = [...store.resources.contactGroups.values()];
  const wanted = names.split(',').map((name) => known.find((group) => group.name === name.trim()));
  const groups = wanted.filter((group) => group !== undefined);
  if (groups.length < wanted.length) return null;
  return groups.flatMap((group) => membersOf(store, group, now).flatMap(({ texts }) => texts.phone_number ?? []));
};
