import { op, type Operations } from './operation.ts';
import {
  decimal,
  flag,
  list,
  oneOf,
  record,
  ref,
  text,
  textOrNull,
  whole,
  wholeOrNull,
  type Schema,
} from './schema.ts';

const problem = ref('Problem');
const shown = { type: 'object' } as const;
const done = { 204: null, 400: problem };
const page = { mediaType: 'text/html' };

const limit = { limit: whole('How many at most.') };

const moment = text('Milliseconds since 1970, or a date and time with its zone.');

const QUERY: Readonly<Record<string, Schema>> = {
  number: text(),
  idx: text(),
  id: text('Of a message.'),
  status: text('A number, or `none`.'),
  fault: text('Kind of fault, or `none`.'),
  since: moment,
  until: moment,
  ...limit,
};
const REQUEST_QUERY = { ...QUERY, method: text(), path: text(), error: whole() };
const REPORT_QUERY = { ...QUERY, url: text(), taken: flag() };

const FAULT: Readonly<Record<string, Schema>> = {
  reply: record({ kind: text('See the README.') }, ['kind']),
  accepted: flag('Taken before it strikes.'),
  next: whole('Only the next so many.'),
  rate: decimal('This share, 0 to 1.'),
  numbers: text('Only requests with a recipient that fits this regular expression.'),
  path: text('`/sms.do` unless said otherwise; `*` for all.'),
};

/** The emulator's own endpoints: not SMSAPI, so that nothing of it can be doubtful. */
export const ADMIN: Operations = {
  'GET /_emulator/openapi.json': op('-', 'This document', { 200: shown }),
  'GET /_emulator/state': op('-', 'Balance, totals, settings, faults', { 200: shown }),
  'GET /_emulator/ledger': op('-', 'What handsets received', { 200: shown }, { fields: { number: text(), ...limit } }),
  'GET /_emulator/ledger/duplicates': op(
    '-',
    'Who was sent the same twice',
    { 200: shown },
    {
      fields: { number: text(), ...limit },
    },
  ),
  'GET /_emulator/ledger/totals': op('-', 'Counts by handset', { 200: shown }, { fields: limit }),
  'GET /_emulator/requests': op('-', 'Who asked for what', { 200: shown, 400: problem }, { fields: REQUEST_QUERY }),
  'DELETE /_emulator/requests': op('-', 'Forget them', { 204: null }),
  'GET /_emulator/links': op(
    '-',
    'Short links, with every address that leads to them',
    { 200: shown },
    { fields: limit },
  ),
  'GET /_emulator/lookups': op('-', 'Numbers looked up', { 200: shown }, { fields: { number: text(), ...limit } }),
  'PUT /_emulator/balance': op('-', 'Set the balance', done, {
    fields: {
      points: decimal(),
      outOfPointsAfter: wholeOrNull('So many messages more, then 103; null takes it back.'),
    },
  }),
  'PUT /_emulator/token': op('-', 'Revoke the token, or give it back', done, { fields: { revoked: flag() } }),
  'PUT /_emulator/profile': op('-', 'Calm or chaos', done, { fields: { name: text() } }),
  'PUT /_emulator/latency': op('-', 'Delay every answer; an empty object takes it back', done, {
    fields: { minMs: decimal(), maxMs: decimal(), rules: list(shown, 'Delays by path and number, see the README.') },
  }),
  'PUT /_emulator/speed': op('-', 'Let messages live faster', done, { fields: { speed: decimal() } }),
  'PUT /_emulator/switches': op('-', 'Play other readings of doubtful facts', done, { fields: {} }),
  'GET /_emulator/clock': op('-', 'What time it is', { 200: shown }),
  'POST /_emulator/clock': op(
    '-',
    'Move, pace or freeze the clock',
    { 200: shown, 400: problem },
    {
      fields: { advanceMs: decimal(), to: text(), pace: decimal(), freeze: flag() },
    },
  ),
  'GET /_emulator/faults': op('-', 'List faults', { 200: shown }),
  'POST /_emulator/faults': op('-', 'Add a fault', { 201: record({ id: whole() }), 400: problem }, { fields: FAULT }),
  'DELETE /_emulator/faults': op('-', 'Remove all faults', { 204: null }),
  'DELETE /_emulator/faults/:id': op('-', 'Remove a fault', { 204: null, 404: problem }),
  'GET /_emulator/report_faults': op('-', 'List faults of reports', { 200: shown }),
  'POST /_emulator/report_faults': op(
    '-',
    'Add a fault of reports',
    { 201: record({ id: whole() }), 400: problem },
    {
      note: 'Lost, late, twice, out of order: see the README.',
      fields: {},
    },
  ),
  'DELETE /_emulator/report_faults': op('-', 'Remove all faults of reports', { 204: null }),
  'DELETE /_emulator/report_faults/:id': op('-', 'Remove a fault of reports', { 204: null, 404: problem }),
  'GET /_emulator/scenario': op('-', 'What is played, and what is still to come', { 200: shown }),
  'PUT /_emulator/scenario': op(
    '-',
    'Play a scenario',
    { 200: shown, 400: problem },
    {
      note: 'One that comes along by its name (`load`), or a whole one: see the README.',
      fields: { load: text() },
    },
  ),
  'POST /_emulator/scenario/events': op(
    '-',
    'Add an event to it',
    { 201: shown, 400: problem },
    {
      note: 'See the README.',
      fields: {},
    },
  ),
  'GET /_emulator/reports': op('-', 'Calls to receivers', { 200: shown, 400: problem }, { fields: REPORT_QUERY }),
  'POST /_emulator/reports': op(
    '-',
    'Report any status',
    { 202: null, 400: problem },
    {
      fields: { id: text(), status: whole(), url: text() },
      required: ['id', 'status'],
    },
  ),
  'POST /_emulator/reports/pause': op('-', 'Hold reports back', { 204: null }),
  'POST /_emulator/reports/resume': op('-', 'Let them go', { 204: null }),
  'POST /_emulator/incoming': op(
    '-',
    'Send a text to the account',
    { 202: shown, 400: problem },
    {
      fields: { from: text(), text: text(), to: text(), replyTo: text() },
      required: ['from', 'text'],
    },
  ),
  'PUT /_emulator/senders/:sender': op(
    '-',
    'Approve a sender name, or not',
    { ...done, 404: problem },
    {
      fields: { status: oneOf(['ACTIVE', 'INACTIVE', 'PENDING', 'REJECTED', 'DELETED']) },
    },
  ),
  'POST /_emulator/opt_outs': op('-', 'Opt a number out', { 201: shown, 400: problem }, { fields: { number: text() } }),
  'POST /_emulator/reset': op('-', 'Back to the first day', { 204: null }),

  'GET /': op('-', 'Leads a browser to the page', { 302: null, 404: problem }),
  'GET /_emulator': op('-', 'The page of virtual phones', { 200: page }),
  'GET /_emulator/pages/:file': op('-', 'A file of it', { 200: page, 404: problem }),
  'GET /_emulator/pages/:folder/:file': op('-', 'A file of it', { 200: page, 404: problem }),
  'GET /_emulator/events': op('-', 'Tells that something changed', {
    200: { mediaType: 'text/event-stream' },
    503: problem,
  }),
  'GET /_emulator/phones': op(
    '-',
    'List handsets',
    { 200: shown },
    { fields: { search: text(), numbers: text(), ...limit } },
  ),
  'GET /_emulator/phones/:number': op(
    '-',
    'A handset and its conversation',
    { 200: shown, 400: problem },
    {
      fields: { before: text(), ...limit },
    },
  ),
  'PUT /_emulator/phones/:number': op(
    '-',
    'Switch a handset off and on, mark it read',
    { 200: shown, 400: problem },
    {
      fields: { state: text(), read: flag() },
    },
  ),
  'GET /_emulator/account': op('-', 'The account and its token', { 200: shown }),
  'POST /_emulator/senders': op(
    '-',
    'Add a sender name',
    { 201: ref('SenderName'), 400: problem, 409: problem },
    {
      fields: { sender: text() },
    },
  ),
  'DELETE /_emulator/senders/:sender': op('-', 'Delete a sender name', { 204: null, 404: problem }),
  'POST /_emulator/callbacks': op(
    '-',
    'Create a callback',
    { 201: ref('Callback'), 400: problem },
    {
      fields: { url: text(), type: text(), receiver_type: text(), receiver_number: textOrNull() },
    },
  ),
  'DELETE /_emulator/callbacks/:id': op('-', 'Delete a callback', { 204: null, 404: problem }),
  'PUT /_emulator/callbacks/:id/commands/activate': op('-', 'Switch it on', { 202: null, 404: problem }),
  'PUT /_emulator/callbacks/:id/commands/deactivate': op('-', 'Switch it off', { 202: null, 404: problem }),
  'GET /_emulator/callbacks/:id/commands/test': op('-', 'Call it', { 200: ref('CallbackTest'), 404: problem }),
};
