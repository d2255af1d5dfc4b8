import { filterValues, likeAny } from '../../contacts/filter.ts';
import { detailsOf, makeGroup, type GroupDetails } from '../../contacts/group.ts';
import { membersOf } from '../../contacts/members.ts';
import type { ContactGroup } from '../../contacts/shapes.ts';
import { showGroups } from '../../contacts/show.ts';
import type { Core } from '../../core.ts';
import type { Handler } from '../../http/call.ts';
import { filledText, flagOf, integerOf, textOf, type Fields } from '../../http/fields.ts';
import { collection, empty, fieldFault, invalidFields, json, problem, type FieldFault } from '../../http/reply.ts';
import { drop, keep, newId } from '../resource.ts';
import { throwAway } from './contacts.ts';
import { withGroup } from './found.ts';

/** Groups of contacts (dossier 7.4). */

/** Whether `contacts_count` is told: only on `with=contacts_count`, if the switch says so. */
const isCounted = (core: Core, fields: Fields): boolean =>
  core.settings().switches.groupCounts === 'always' || filterValues(fields.get('with')).includes('contacts_count');

export const shownGroups = (core: Core, fields: Fields, groups: readonly ContactGroup[]) =>
  showGroups(core.store, groups, { now: core.clock.now(), counted: isCounted(core, fields) });

export const shownGroup = (core: Core, fields: Fields, group: ContactGroup): unknown =>
  shownGroups(core, fields, [group])[0];

export const listGroups: Handler = (core, { fields }) => {
  const names = filterValues(fields.get('name'));
  const all = [...core.store.resources.contactGroups.values()];
  const isWanted = likeAny(names);
  const found = names.length === 0 ? all : all.filter(({ name }) => isWanted(name));
  return collection(shownGroups(core, fields, found));
};

const textIn = (fields: Fields, name: string, known: string | null): string | null =>
  fields.has(name) ? filledText(fields, name) : known;

const readGroup = (fields: Fields, known: GroupDetails): GroupDetails | FieldFault => {
  const name = textIn(fields, 'name', known.name);
  const contactExpireAfter = fields.has('contact_expire_after')
    ? integerOf(fields, 'contact_expire_after')
    : known.contactExpireAfter;
  if (name === null || name === '') return fieldFault('name', 'This value should not be blank.', '');
  if (Number.isNaN(contactExpireAfter)) {
    return fieldFault('contact_expire_after', 'A number of days', textOf(fields, 'contact_expire_after'));
  }
  return {
    name,
    description: textIn(fields, 'description', known.description),
    idx: textIn(fields, 'idx', known.idx),
    contactExpireAfter,
  };
};

const isNameTaken = ({ store }: Core, name: string, but: string | null): boolean =>
  [...store.resources.contactGroups.values()].some((group) => group.name === name && group.id !== but);

const conflict = () => problem(409, 'group_conflict', 'Group already exists');

export const createGroup: Handler = async (core, { fields }) => {
  const details = readGroup(fields, detailsOf(''));
  if ('path' in details) return invalidFields([details]);
  if (isNameTaken(core, details.name, null)) return conflict();
  const { id, sequence } = newId(core, 'contactGroups');
  const group = makeGroup(id, details, core.store.account.username, core.clock.now());
  await keep(core, 'contactGroups', [group], sequence);
  return json(201, shownGroup(core, fields, group));
};

export const getGroup: Handler = withGroup((core, { fields }, group) => json(200, shownGroup(core, fields, group)));

export const updateGroup: Handler = withGroup(async (core, { fields }, group) => {
  const details = readGroup(fields, group);
  if ('path' in details) return invalidFields([details]);
  if (isNameTaken(core, details.name, group.id)) return conflict();
  const changed: ContactGroup = { ...group, ...details, updatedAt: core.clock.now() };
  await keep(core, 'contactGroups', [changed]);
  return json(200, shownGroup(core, fields, changed));
});

/** With `delete_contacts` its members go to the trash as well. */
export const deleteGroup: Handler = withGroup(async (core, { fields }, group) => {
  if (flagOf(fields, 'delete_contacts')) await throwAway(core, membersOf(core.store, group, core.clock.now()));
  await drop(core, 'contactGroups', [group.id]);
  return empty(204);
});

export const deleteGroups: Handler = async (core) => {
  await drop(core, 'contactGroups', [...core.store.resources.contactGroups.keys()]);
  return empty(204);
};
