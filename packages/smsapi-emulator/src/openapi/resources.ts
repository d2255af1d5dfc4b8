import { op, type Operations } from './operation.ts';
import { collectionOf, flag, list, oneOf, record, ref, text, whole, type Schema } from './schema.ts';

const problem = ref('Problem');
const down = record({ message: text(), service: text() });

const TEMPLATE_FIELDS: Readonly<Record<string, Schema>> = {
  name: text(),
  template: text('May hold `[%1%]` to `[%4%]`.', 'B'),
  normalize: flag(),
};

const CREDENTIALS = record({ username: text(), password: text(), api_password: text() });

const SUBUSER_FIELDS: Readonly<Record<string, Schema>> = {
  credentials: CREDENTIALS,
  active: flag(),
  description: text(),
  points: record({ from_account: { type: ['number', 'string'] }, per_month: { type: ['number', 'string'] } }),
};

const ACCESS = oneOf(['all', 'none', 'selected'], '', 'A B');

const LINK_FIELDS: Readonly<Record<string, Schema>> = {
  url: text(),
  name: text('409 when another link has it.', 'A'),
  description: text(),
  expire_time: whole('From now.', 'A B'),
  expire_unit: oneOf(['seconds', 'minutes', 'hours', 'days'], 'Seconds unless said otherwise.', 'A B'),
};

const CLICK_FILTERS: Readonly<Record<string, Schema>> = {
  date_from: text('A day, included.', 'B'),
  date_to: text('A day, included.', 'B'),
  links: list(text(), 'Ids of links.'),
};

/** Stored texts, users under the account, one-time codes, short links (dossier 7.5). */
export const RESOURCES: Operations = {
  'GET /sms/templates': op('A B', 'List stored texts', { 200: collectionOf('Template') }),
  'POST /sms/templates': op(
    'A B',
    'Store a text',
    { 201: ref('Template'), 400: problem, 409: problem },
    {
      fields: TEMPLATE_FIELDS,
      required: ['name', 'template'],
    },
  ),
  'GET /sms/templates/available': op('A B', 'Texts that may be used', { 200: collectionOf('AvailableTemplate') }),
  'GET /sms/templates/:id': op('A B', 'One stored text', { 200: ref('Template'), 404: problem }),
  'PUT /sms/templates/:id': op(
    'A B',
    'Change a stored text',
    { 200: ref('Template'), 400: problem, 404: problem },
    {
      fields: TEMPLATE_FIELDS,
    },
  ),
  'DELETE /sms/templates/:id': op('A B', 'Delete a stored text', { 204: null, 404: problem }),

  'GET /subusers': op(
    'A B',
    'List subusers',
    { 200: collectionOf('Subuser') },
    {
      fields: { q: text('Part of the name.', 'A') },
    },
  ),
  'POST /subusers': op(
    'A B',
    'Create a subuser',
    { 201: ref('Subuser'), 400: problem, 409: problem },
    {
      note: 'Kept and shown; there is only one token here.',
      fields: SUBUSER_FIELDS,
      required: ['credentials'],
    },
  ),
  'GET /subusers/:id': op('A B', 'One subuser', { 200: ref('Subuser'), 404: problem }),
  'PUT /subusers/:id': op(
    'A B',
    'Change a subuser',
    { 200: ref('Subuser'), 400: problem, 404: problem },
    {
      fields: SUBUSER_FIELDS,
    },
  ),
  'DELETE /subusers/:id': op('A B', 'Delete a subuser', { 204: null, 404: problem }),
  'GET /subusers/:id/shares': op('B', 'What a subuser may use', {
    200: record({ sendernames: ref('SenderShare'), templates: ref('TemplateShare') }),
    404: problem,
  }),
  'GET /subusers/:id/shares/sendernames': op('A B', 'Sender names a subuser may use', {
    200: ref('SenderShare'),
    404: problem,
  }),
  'PUT /subusers/:id/shares/sendernames': op(
    'A B',
    'Share sender names',
    { 204: null, 400: problem, 404: problem },
    {
      fields: { access: ACCESS, senders: list(text()) },
      required: ['access'],
    },
  ),
  'GET /subusers/:id/shares/templates': op('A B', 'Texts a subuser may use', {
    200: ref('TemplateShare'),
    404: problem,
  }),
  'PUT /subusers/:id/shares/templates': op(
    'A B',
    'Share texts',
    { 200: ref('TemplateShare'), 400: problem, 404: problem },
    {
      fields: { access: ACCESS, templates: list(text()) },
      required: ['access'],
    },
  ),

  'POST /mfa/codes': op(
    'A B',
    'Send a one-time code',
    { 201: ref('MfaCode'), 400: problem },
    {
      note: 'It travels as a text like any other: refused, charged and reported alike (E).',
      fields: {
        phone_number: text('A handset.', 'B'),
        from: text(),
        content: text('Must hold `[%code%]`.', 'A B'),
        fast: flag('True unless said otherwise.', 'A'),
      },
      required: ['phone_number'],
    },
  ),
  'POST /mfa/codes/verifications': op(
    'A B',
    'Check a one-time code',
    { 204: null, 400: problem, 404: problem, 408: problem },
    {
      note: '204 right, 404 wrong, 408 too late. A right code is used up (E).',
      fields: { phone_number: text(), code: text() },
      required: ['phone_number', 'code'],
    },
  ),

  'GET /short_url/links': op('A B', 'List short links', { 200: collectionOf('Link'), 403: problem, 503: down }),
  'POST /short_url/links': op(
    'A B',
    'Create a short link',
    { 201: ref('Link'), 400: problem, 409: problem, 503: down },
    {
      fields: { ...LINK_FIELDS, file: text('A file instead of `url` (multipart).', 'B') },
    },
  ),
  'GET /short_url/links/:id': op('A B', 'One short link', { 200: ref('Link'), 404: problem }),
  'PUT /short_url/links/:id': op(
    'A B',
    'Change a short link',
    { 200: ref('Link'), 400: problem, 404: problem },
    {
      fields: LINK_FIELDS,
    },
  ),
  'DELETE /short_url/links/:id': op('A B', 'Delete a short link', { 204: null, 404: problem }),
  'GET /short_url/clicks': op('A B', 'Who clicked', { 200: collectionOf('Click') }, { fields: CLICK_FILTERS }),
  'GET /short_url/clicks_by_mobile_device': op(
    'B',
    'Clicks by kind of handset',
    { 200: collectionOf('ClickCount') },
    {
      fields: CLICK_FILTERS,
    },
  ),
  'GET /rcs/senders': op('A', 'List RCS agents', { 200: collectionOf('RcsSender') }),
  'GET /rcs/messages': op('A', 'List RCS messages', { 200: collectionOf('RcsMessage') }),
  'POST /rcs/messages': op(
    'A',
    'Send an RCS message',
    { 201: record({ id: text() }), 400: problem },
    {
      note: 'What `sms.do` refuses with a number is refused here in the REST style (E).',
      fields: {
        phone_number: text(),
        sender: text('Id of the agent.', 'A'),
        text: text('Up to 3072 characters.', 'A'),
        content: record({}),
      },
      required: ['phone_number', 'sender'],
    },
  ),
  'GET /shipment/country_volumes': op(
    'A',
    'Messages by country',
    { 200: collectionOf('Volume'), 400: problem },
    {
      fields: { year: text(), month: text('This month unless said otherwise.', 'A') },
    },
  ),
  'GET /l/:code': op(
    'E',
    'Follow a short link',
    { 200: { mediaType: 'text/html' }, 302: null, 404: { mediaType: 'text/html' }, 410: { mediaType: 'text/html' } },
    { note: 'The real service serves these at `idz.do`. Counts a click.' },
  ),
  'HEAD /l/:code': op('E', 'Look where a short link leads, uncounted', { 200: null, 302: null, 404: null, 410: null }),
};
