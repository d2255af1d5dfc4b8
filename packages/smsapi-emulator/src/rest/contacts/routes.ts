import type { Handler, Route } from '../../http/call.ts';
import * as contacts from './contacts.ts';
import * as fields from './fields.ts';
import { formWanted } from './found.ts';
import * as groups from './groups.ts';
import * as members from './members.ts';
import * as permissions from './permissions.ts';
import * as trash from './trash.ts';

const route = (method: Route['method'], path: string, handler: Handler): Route => ({
  access: 'rest',
  method,
  path: `/contacts${path}`,
  handler,
});

export const contactRoutes: readonly Route[] = [
  route('GET', '', contacts.listContacts),
  route('POST', '', formWanted(contacts.createContact)),
  route('DELETE', '', contacts.deleteContacts),

  route('HEAD', '/trash', trash.countTrash),
  route('DELETE', '/trash', trash.emptyTrash),
  route('PUT', '/trash/restore', trash.restoreTrash),

  route('GET', '/fields', fields.listFields),
  route('POST', '/fields', fields.createField),
  route('GET', '/fields/available', fields.listAvailableFields),
  route('PUT', '/fields/:field', fields.updateField),
  route('DELETE', '/fields/:field', fields.deleteField),
  route('GET', '/fields/:field/options', fields.listFieldOptions),

  route('GET', '/groups', groups.listGroups),
  route('POST', '/groups', formWanted(groups.createGroup)),
  route('DELETE', '/groups', groups.deleteGroups),
  route('GET', '/groups/:group', groups.getGroup),
  route('PUT', '/groups/:group', formWanted(groups.updateGroup)),
  route('DELETE', '/groups/:group', groups.deleteGroup),

  route('GET', '/groups/:group/permissions', permissions.listPermissions),
  route('POST', '/groups/:group/permissions', formWanted(permissions.createPermission)),
  route('GET', '/groups/:group/permissions/:username', permissions.getPermission),
  route('PUT', '/groups/:group/permissions/:username', formWanted(permissions.putPermission)),
  route('DELETE', '/groups/:group/permissions/:username', permissions.deletePermission),

  route('POST', '/groups/:group/members', members.addMembers),
  route('PUT', '/groups/:group/members', members.moveMembers),
  route('DELETE', '/groups/:group/members', members.removeMembers),
  route('GET', '/groups/:group/members/:id', members.getMember),
  route('PUT', '/groups/:group/members/:id', members.pinMember),
  route('DELETE', '/groups/:group/members/:id', members.unpinMember),

  route('GET', '/:id', contacts.getContact),
  route('PUT', '/:id', formWanted(contacts.updateContact)),
  route('DELETE', '/:id', contacts.deleteContact),
  route('GET', '/:id/groups', members.listContactGroups),
  route('POST', '/:id/groups', members.assignToGroups),
  route('GET', '/:id/groups/:group', members.getContactGroup),
  route('PUT', '/:id/groups/:group', members.assignToGroup),
  route('DELETE', '/:id/groups/:group', members.unpinFromGroup),
];
