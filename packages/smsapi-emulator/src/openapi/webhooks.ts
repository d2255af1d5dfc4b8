import { STATUS_NAMES } from '../statuses.ts';
import { oneOf, text, whole, type Schema } from './schema.ts';

/** Fields of a delivery report (dossier 4.1); in a batch each holds a list, separated by commas. */
const REPORT: Readonly<Record<string, Schema>> = {
  MsgId: text('Id from the reply to the send.', 'C'),
  status: oneOf(Object.keys(STATUS_NAMES), '', 'C'),
  status_name: oneOf(Object.values(STATUS_NAMES), '', 'C'),
  idx: text('Empty if there was none.', 'C'),
  donedate: whole('Unix seconds of the final state, 0 before.', 'C'),
  sent_at: whole('Unix seconds.', 'C'),
  points: text('Price.', 'C'),
  to: text('', 'C'),
  from: text('', 'C'),
  username: text('', 'C'),
  mcc: text('Country of the network.', 'C'),
  mnc: text('The network.', 'C'),
};

/** Fields of a text that somebody sends to the account (dossier 4.2). */
const INCOMING: Readonly<Record<string, Schema>> = {
  sms_from: text('', 'C'),
  sms_to: text('', 'C'),
  sms_text: text('', 'C'),
  sms_date: whole('Unix seconds.', 'C'),
  username: text('', 'C'),
  MsgId: text('Id of the message that is answered, or empty.', 'C'),
};

const OK = {
  200: {
    description: 'The body must be `OK`, exactly; anything else is repeated.',
    content: { 'text/plain': { schema: { const: 'OK' } } },
  },
};

/** What the emulator sends. */
export const WEBHOOKS: Schema = {
  deliveryReport: {
    get: {
      operationId: 'deliveryReport',
      summary: 'A message changed its status',
      description: 'To `notify_url`, else to the first active `sms_dlr` callback. Up to five reports share a call.',
      'x-confidence': 'C',
      parameters: Object.entries(REPORT).map(([name, schema]) => ({ name, in: 'query', required: true, schema })),
      responses: OK,
    },
  },
  incomingText: {
    post: {
      operationId: 'incomingText',
      summary: 'Somebody sent a text to the account',
      description: 'To the active `sms_mo` callback.',
      'x-confidence': 'C',
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: INCOMING } } },
      },
      responses: OK,
    },
  },
};
