import { NO_CONTENT, op, type Encoding, type Operations } from './operation.ts';
import { collectionOf, flag, list, oneOf, ref, text, whole, type Schema } from './schema.ts';

const problem = ref('Problem');

const CONTACT_FIELDS: Readonly<Record<string, Schema>> = {
  phone_number: text(),
  email: text(),
  first_name: text(),
  last_name: text(),
  gender: oneOf(['female', 'male', 'undefined']),
  birthday_date: text('`YYYY-MM-DD`'),
  description: text(),
  city: text(),
  source: text(),
};

const FILTERS: Readonly<Record<string, Schema>> = {
  q: text('Part of a name, number or address.'),
  phone_number: text(),
  email: text(),
  first_name: text(),
  last_name: text(),
  gender: text(),
  birthday_date: text('With `lt`, `lte`, `gt`, `gte` or `between` in brackets.', 'A'),
  group_id: text(),
};

const GROUP_FIELDS: Readonly<Record<string, Schema>> = {
  name: text(),
  description: text(),
  idx: text(),
  contact_expire_after: whole('Days.', 'A'),
};

const RIGHTS: Readonly<Record<string, Schema>> = { read: flag(), write: flag(), send: flag() };

/** Documented as forms alone (415 otherwise), yet a client sends JSON: the switch `contactsJson` decides. */
const encodings: readonly Encoding[] = ['form', 'json', 'multipart'];
const note = 'Documented for forms alone (A); JSON is taken unless the switch `contactsJson` is off (B).';
const counted = { fields: { with: text('`contacts_count` asks for the count.', 'B') } };

const contact = ref('Contact');
const group = ref('Group');
const groups = collectionOf('Group');
const permission = ref('Permission');

/** The directory (dossier 7.4). */
export const CONTACTS: Operations = {
  'GET /contacts': op(
    'A B',
    'List contacts',
    { 200: collectionOf('Contact'), 400: problem },
    {
      fields: { ...FILTERS, offset: whole(), limit: whole('5 unless said otherwise.', 'A'), order_by: text() },
    },
  ),
  'POST /contacts': op(
    'A B',
    'Create a contact',
    { 201: contact, 400: problem, 409: problem, 415: problem },
    {
      note,
      fields: CONTACT_FIELDS,
      encodings,
    },
  ),
  'DELETE /contacts': op('A B', 'Throw all contacts away', { 202: null }),
  'GET /contacts/:id': op('A B', 'One contact', { 200: contact, 404: problem }),
  'PUT /contacts/:id': op(
    'A B',
    'Change a contact',
    { 200: contact, 400: problem, 404: problem, 409: problem },
    {
      note,
      fields: CONTACT_FIELDS,
      encodings,
    },
  ),
  'DELETE /contacts/:id': op('A B', 'Throw a contact away', { 204: null, 404: problem }),
  'HEAD /contacts/trash': op('A B', 'Count the trash in `X-Result-Count`', NO_CONTENT),
  'PUT /contacts/trash/restore': op('A B', 'Bring the trash back', { 202: null, 204: null }),
  'DELETE /contacts/trash': op('A B', 'Empty the trash', { 202: null, 204: null }),

  'GET /contacts/fields': op('A B', 'List own fields', { 200: collectionOf('Field') }),
  'POST /contacts/fields': op(
    'A B',
    'Add a field',
    { 201: ref('Field'), 400: problem, 409: problem },
    {
      fields: { name: text(), type: oneOf(['text', 'date', 'email', 'phone_number', 'number'], 'In any case.', 'A B') },
      required: ['name'],
    },
  ),
  'GET /contacts/fields/available': op('A', 'List all fields, built-in ones too', { 200: list({ type: 'object' }) }),
  'PUT /contacts/fields/:field': op(
    'A B',
    'Rename a field',
    { 200: ref('Field'), 404: problem, 409: problem },
    {
      fields: { name: text() },
      required: ['name'],
    },
  ),
  'DELETE /contacts/fields/:field': op('A B', 'Delete a field', { 204: null, 404: problem }),
  'GET /contacts/fields/:field/options': op('A B', 'What a field can hold', {
    200: collectionOf('FieldOption'),
    404: problem,
    501: problem,
  }),

  'GET /contacts/groups': op(
    'A B',
    'List groups',
    { 200: groups },
    {
      fields: { ...counted.fields, name: text() },
    },
  ),
  'POST /contacts/groups': op(
    'A B',
    'Create a group',
    { 201: group, 400: problem, 409: problem, 415: problem },
    {
      note,
      fields: GROUP_FIELDS,
      required: ['name'],
      encodings,
    },
  ),
  'DELETE /contacts/groups': op('B', 'Delete all groups', NO_CONTENT),
  'GET /contacts/groups/:group': op('A B', 'One group', { 200: group, 404: problem }, counted),
  'PUT /contacts/groups/:group': op(
    'A B',
    'Change a group',
    { 200: group, 400: problem, 404: problem, 409: problem },
    {
      note,
      fields: GROUP_FIELDS,
      encodings,
    },
  ),
  'DELETE /contacts/groups/:group': op(
    'A B',
    'Delete a group',
    { 204: null, 404: problem },
    {
      fields: { delete_contacts: flag('Its members go to the trash.', 'A B') },
    },
  ),
  'GET /contacts/groups/:group/permissions': op('A B', 'Who may use a group', {
    200: collectionOf('Permission'),
    404: problem,
  }),
  'POST /contacts/groups/:group/permissions': op(
    'A B',
    'Let somebody use a group',
    { 201: permission, 404: problem },
    {
      fields: { username: text(), ...RIGHTS },
      required: ['username'],
      encodings,
    },
  ),
  'GET /contacts/groups/:group/permissions/:username': op('A B', 'What somebody may do', {
    200: permission,
    404: problem,
  }),
  'PUT /contacts/groups/:group/permissions/:username': op(
    'A B',
    'Change what somebody may do',
    { 200: permission, 201: permission, 404: problem },
    { fields: RIGHTS, encodings },
  ),
  'DELETE /contacts/groups/:group/permissions/:username': op('A B', 'Let somebody use it no more', {
    204: null,
    404: problem,
  }),
  'POST /contacts/groups/:group/members': op(
    'A B',
    'Add all contacts that fit',
    { 204: null, 404: problem },
    {
      fields: FILTERS,
      encodings,
    },
  ),
  'PUT /contacts/groups/:group/members': op(
    'A B',
    'Move all contacts that fit',
    { 204: null, 404: problem },
    {
      note: 'They are in no other group afterwards.',
      fields: FILTERS,
      encodings,
    },
  ),
  'DELETE /contacts/groups/:group/members': op(
    'A B',
    'Remove all members that fit',
    { 204: null, 404: problem },
    {
      fields: FILTERS,
    },
  ),
  'GET /contacts/groups/:group/members/:id': op('A B', 'A member', { 200: contact, 404: problem }),
  'PUT /contacts/groups/:group/members/:id': op('A B', 'Add a member', { 200: contact, 201: contact, 404: problem }),
  'DELETE /contacts/groups/:group/members/:id': op('A B', 'Remove a member', { 204: null, 404: problem }),

  'GET /contacts/:id/groups': op('A B', 'Groups of a contact', { 200: groups, 404: problem }),
  'POST /contacts/:id/groups': op(
    'A B',
    'Add a contact to groups',
    { 200: groups, 201: groups, 404: problem },
    {
      note: 'The ids are numbered fields: `0=…&1=…`.',
      fields: { 0: text('Id of a group.', 'A B') },
      encodings,
    },
  ),
  'GET /contacts/:id/groups/:group': op('A B', 'A group of a contact', { 200: group, 404: problem }),
  'PUT /contacts/:id/groups/:group': op('A B', 'Add a contact to a group', { 200: groups, 201: groups, 404: problem }),
  'DELETE /contacts/:id/groups/:group': op('A B', 'Remove a contact from a group', { 204: null, 404: problem }),
};
