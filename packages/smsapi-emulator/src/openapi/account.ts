import { NO_CONTENT, op, type Operations } from './operation.ts';
import { collectionOf, full, oneOf, ref, text, textOrNull, whole } from './schema.ts';

const problem = ref('Problem');
const callbackFields = {
  url: text('http or https.', 'A B'),
  api_version: whole('', 'A'),
};

/** Account, sender names, callbacks, numbers nobody may send to (dossier 4, 7.1 to 7.3). */
export const ACCOUNT: Operations = {
  'GET /ping': op('A B', 'Is the service up, and the token right?', { 200: ref('Ping') }, { note: 'Refuses nobody.' }),
  'HEAD /ping': op('A', 'Is the service up?', NO_CONTENT),
  'GET /profile': op('A B', 'The account and its balance', { 200: ref('Profile') }),
  'GET /profile/prices': op(
    'A B',
    'Prices by network',
    { 200: collectionOf('Price'), 400: problem },
    {
      fields: { type: oneOf(['pro', 'eco', 'sms', '2way', 'vms', 'hlr', 'mms']) },
    },
  ),

  'GET /sms/sendernames': op('A B', 'List sender names', { 200: collectionOf('SenderName') }),
  'POST /sms/sendernames': op(
    'A B',
    'Ask for a sender name',
    { 201: ref('SenderName'), 400: problem, 409: problem },
    {
      note: 'The switch `newSenders` decides as what it starts (A); 409 for a name that is there is a guess (E).',
      fields: { sender: text('Up to 11 characters, or a number.', 'A') },
      required: ['sender'],
    },
  ),
  'GET /sms/sendernames/statement': op('B', 'What has to be declared for a new name', {
    200: full({ content: text() }),
  }),
  'GET /sms/sendernames/:sender': op('A B', 'One sender name', { 200: ref('SenderName'), 404: problem }),
  'DELETE /sms/sendernames/:sender': op('A B', 'Delete a sender name', { 204: null, 404: problem }),
  'POST /sms/sendernames/:sender/commands/make_default': op(
    'A B',
    'Make it the default one',
    { 204: null, 400: problem, 404: problem },
    { note: 'Tag `sender_not_active` for a name that is not approved.' },
  ),

  'GET /callbacks': op('A B', 'List callbacks', { 200: collectionOf('Callback') }),
  'POST /callbacks': op(
    'A B',
    'Create a callback',
    { 201: ref('Callback'), 400: problem },
    {
      fields: {
        ...callbackFields,
        type: text('Such as `sms_dlr`, `sms_mo`, `hlr`, `short_url`.', 'A B'),
        receiver_type: oneOf(['all', '2way', 'number'], '', 'A'),
        receiver_number: text('', 'A'),
      },
      required: ['url', 'type'],
    },
  ),
  'GET /callbacks/:id': op('A B', 'One callback', { 200: ref('Callback'), 404: problem }),
  'PUT /callbacks/:id': op(
    'A B',
    'Change a callback',
    { 200: ref('Callback'), 400: problem, 404: problem },
    {
      fields: callbackFields,
    },
  ),
  'DELETE /callbacks/:id': op('A B', 'Delete a callback', { 204: null, 404: problem }),
  'PUT /callbacks/:id/commands/activate': op('A B', 'Switch it on', { 202: null, 404: problem }),
  'PUT /callbacks/:id/commands/deactivate': op('A B', 'Switch it off', { 202: null, 404: problem }),
  'GET /callbacks/:id/commands/test': op('A B', 'Call it with a made-up report', {
    200: ref('CallbackTest'),
    404: problem,
  }),

  'GET /blacklist/phone_numbers': op(
    'A B',
    'List the blacklist',
    { 200: collectionOf('Listed') },
    {
      fields: { q: text('Part of a number.'), offset: whole(), limit: whole('5 unless said otherwise.', 'A') },
    },
  ),
  'POST /blacklist/phone_numbers': op(
    'A B',
    'Blacklist a number',
    { 201: ref('Listed'), 400: problem },
    {
      fields: { phone_number: text(), expire_at: textOrNull('Last day it counts, `YYYY-MM-DD`.', 'A B') },
      required: ['phone_number'],
    },
  ),
  'DELETE /blacklist/phone_numbers': op('A B', 'Empty the blacklist', NO_CONTENT, {
    fields: { phone_number: text('Only this one.', 'A') },
  }),
  'POST /blacklist/phone_numbers/imports': op(
    'A',
    'Blacklist a table of numbers',
    { 202: null, 400: problem },
    {
      fields: { import: text('A CSV file: number, and the last day it counts.', 'A E') },
      encodings: ['csv', 'multipart'],
    },
  ),
  'DELETE /blacklist/phone_numbers/:id': op('A B', 'Take a number off', { 204: null, 404: problem }),
  'GET /opt_outs': op('A B', 'List opt-outs', { 200: collectionOf('OptOut'), 403: problem }),
  'GET /opt_outs/settings': op('A B', 'The brand shown to people', { 200: full({ brand: text() }), 403: problem }),
  'PUT /opt_outs/settings': op(
    'A B',
    'Change the brand',
    { 200: full({ brand: text() }), 400: problem, 403: problem },
    { fields: { brand: text('Up to 255 characters.', 'A') } },
  ),
  'DELETE /opt_outs/:id': op('A B', 'Delete an opt-out', { 204: null, 403: problem, 404: problem }),
};
