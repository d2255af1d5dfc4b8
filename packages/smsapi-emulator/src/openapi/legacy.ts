import { both, op, type Operations } from './operation.ts';
import { flag, list, oneOf, ref, text } from './schema.ts';
import { MMS_PARAMETERS, SEND_PARAMETERS, VMS_PARAMETERS } from './send-parameters.ts';

const refused = ref('LegacyError');
const format = oneOf(['json'], 'Without it the answer is plain text.', 'A');

const sent = { oneOf: [ref('Sent'), ref('Statuses'), ref('TakenBack'), refused] };

/** `*.do`: a refusal comes with HTTP 200 and a code in the body (dossier 1.3). */
export const LEGACY: Operations = {
  ...both(
    '/sms.do',
    op(
      'A B',
      'Send texts, take scheduled ones back, ask for statuses',
      { 200: sent },
      {
        note:
          'Three endpoints in one: `sch_del` takes back, `status` asks, anything else sends. All numbers bad: an error with ' +
          '`invalid_numbers`; some bad: they are missing from `list`. Bearer token wrong: error 101.',
        fields: SEND_PARAMETERS,
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/mms.do',
    op(
      'B',
      'Send a picture message; stored, nothing is rendered',
      { 200: sent },
      {
        note: '`sch_del` and `status` as for `sms.do`.',
        fields: MMS_PARAMETERS,
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/vms.do',
    op(
      'B',
      'Send a voice message; stored, nothing is spoken',
      { 200: sent },
      {
        note: '`sch_del` and `status` as for `sms.do`.',
        fields: VMS_PARAMETERS,
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/hlr.do',
    op(
      'B',
      'Ask for the network of a number',
      { 200: { oneOf: [ref('Lookup'), list(ref('Lookup')), refused] } },
      {
        note: 'One number is answered by an object, several by a list. What was found follows by the `hlr` callback.',
        fields: {
          number: text('Numbers, separated by commas.', 'B'),
          idx: text('Joined with `,` or `|`.', 'B'),
          format,
        },
        required: ['number'],
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/hlrsync.do',
    op(
      'B',
      'Ask for the network of a number and wait for it',
      { 200: { oneOf: [ref('Lookups'), refused] } },
      {
        note: 'In the Java and C# clients, in no documentation we have. No callback follows.',
        fields: { number: text('Numbers, separated by commas.', 'B'), format },
        required: ['number'],
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/user.do',
    op(
      'B',
      'Ask for the balance',
      { 200: { oneOf: [ref('Credits'), refused] } },
      {
        fields: { credits: flag(), details: flag('Adds how many messages of each kind it buys.'), format },
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
  ...both(
    '/sender.do',
    op(
      'B',
      'Sender names the old way',
      { 200: { oneOf: [ref('Counted'), ref('LegacySender'), list(ref('LegacySender')), refused] } },
      {
        note: 'One of the parameters says what is done.',
        fields: {
          add: text('Adds this name.'),
          delete: text('Deletes it.'),
          default: text('Makes it the default one.'),
          status: text('Asks for its status.'),
          list: flag('Lists all.'),
          format,
        },
        encodings: ['form', 'json', 'multipart'],
      },
    ),
  ),
};
