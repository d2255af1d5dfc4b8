import type { ContactGroup, GroupPermission } from '../../contacts/shapes.ts';
import { showPermission } from '../../contacts/show.ts';
import type { Core } from '../../core.ts';
import type { Call, Handler } from '../../http/call.ts';
import { filledText, flagOf, type Fields } from '../../http/fields.ts';
import { collection, empty, invalidData, json, notFound } from '../../http/reply.ts';
import { keep } from '../resource.ts';
import { withGroup } from './found.ts';

/** What other users of the account may do with a group. They are kept and shown; there is only one token here. */

const save = (core: Core, group: ContactGroup, permissions: readonly GroupPermission[]): Promise<void> =>
  keep(core, 'contactGroups', [{ ...group, permissions, updatedAt: core.clock.now() }]);

const others = (group: ContactGroup, username: string) =>
  group.permissions.filter((permission) => permission.username !== username);

const find = (group: ContactGroup, call: Call): GroupPermission | undefined =>
  group.permissions.find(({ username }) => username === call.params['username']);

/** A right that is not given stays as it was. */
const read = (fields: Fields, known: GroupPermission): GroupPermission => {
  const right = (name: 'read' | 'write' | 'send'): boolean => (fields.has(name) ? flagOf(fields, name) : known[name]);
  return { username: known.username, read: right('read'), write: right('write'), send: right('send') };
};

const nothing = (username: string): GroupPermission => ({ username, read: false, write: false, send: false });

export const listPermissions: Handler = withGroup((_, __, group) =>
  collection(group.permissions.map((permission) => showPermission(group, permission))),
);

export const createPermission: Handler = withGroup(async (core, { fields }, group) => {
  const username = filledText(fields, 'username');
  if (username === null) return invalidData('username', 'This value should not be blank.', '');
  const permission = read(fields, nothing(username));
  await save(core, group, [...others(group, username), permission]);
  return json(201, showPermission(group, permission));
});

export const getPermission: Handler = withGroup((_, call, group) => {
  const permission = find(group, call);
  return permission === undefined ? notFound() : json(200, showPermission(group, permission));
});

/** Gives rights to a user who had none, too (A: 200 or 201). */
export const putPermission: Handler = withGroup(async (core, call, group) => {
  const username = call.params['username'] ?? '';
  const known = find(group, call);
  const permission = read(call.fields, known ?? nothing(username));
  await save(core, group, [...others(group, username), permission]);
  return json(known === undefined ? 201 : 200, showPermission(group, permission));
});

export const deletePermission: Handler = withGroup(async (core, call, group) => {
  const permission = find(group, call);
  if (permission === undefined) return notFound();
  await save(core, group, others(group, permission.username));
  return empty(204);
});
