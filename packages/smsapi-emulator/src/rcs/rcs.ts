import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { filledText, isRecord, textOf, type Fields } from '../http/fields.ts';
import { collection, invalidData, json, problem, type Reply } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import type { Attachment } from '../media/shapes.ts';
import { acceptanceOf } from '../send/acceptance.ts';
import { canPay, chooseRecipients, rulesFor } from '../send/decide.ts';
import { isHandsetNumber } from '../send/recipients.ts';
import { parseSendRequest } from '../send/request.ts';
import type { Accepted } from '../state/events.ts';
import type { Message, Store } from '../state/store.ts';
import { STATUS } from '../statuses.ts';

const LONGEST_TEXT = 3_072;

/** The account's one RCS agent, which bears the company's name. */
const senderOf = ({ store, seed }: Core): { readonly id: string; readonly sender: string } => ({
  id: resourceId('rcs-sender', seed, 1),
  sender: store.account.name,
});

/** `GET /rcs/senders` (OAS). */
export const listSenders: Handler = (core) => collection([senderOf(core)]);

interface RcsContent {
  readonly text: string;
  readonly attachment: Attachment | null;
}

/** `text`, or `content` in the format of RCS, whose own text is what the handset shows first. */
const contentIn = (fields: Fields): RcsContent | null => {
  const text = filledText(fields, 'text');
  if (text !== null) return { text, attachment: null };
  const content = fields.get('content');
  if (!isRecord(content) || Object.keys(content).length === 0) return null;
  const { text: shown } = content;
  return { text: typeof shown === 'string' ? shown : '', attachment: { kind: 'rich', content } };
};

/** REST errors for what `sms.do` refuses with a number (E). */
const refused = (code: number, message: string): Reply =>
  problem(400, code === 13 ? 'invalid_request_data' : 'message_not_sent', `${message} (sms.do error ${code})`);

/** The ids of this resource are 24 hexadecimal digits, whatever the switch says of texts (OAS). */
const withOwnId = (accepted: Accepted, seed: number): Accepted => ({
  ...accepted,
  items: accepted.items.map(([, ...rest], nth) => [resourceId('rcs', seed, accepted.sequence + nth), ...rest]),
});

/** `POST /rcs/messages`: one message to one number. */
export const sendMessage: Handler = async (core, { fields }) => {
  const { store, clock, seed, runner } = core;
  const settings = core.settings();
  const sender = senderOf(core);
  const to = filledText(fields, 'phone_number');
  const content = contentIn(fields);
  if (to === null) return invalidData('phone_number', 'Invalid phone number', to);
  if (textOf(fields, 'sender') !== sender.id) {
    return invalidData('sender', 'Unknown sender', textOf(fields, 'sender'));
  }
  if (content === null) return invalidData('text', 'Either text or content must be provided', null);
  if (content.text.length > LONGEST_TEXT) return invalidData('text', `At most ${LONGEST_TEXT} characters`, null);

  const context = { store, settings, seed, now: clock.now() };
  const request = parseSendRequest(new Map([['to', to]]));
  const choice = chooseRecipients(request, request.to, rulesFor(request, context), context);
  if (!choice.ok) return refused(choice.refusal.code, choice.refusal.message);
  if (!choice.good.every(({ number }) => isHandsetNumber(number))) {
    return invalidData('phone_number', 'Invalid phone number', to);
  }
  const rendered = { texts: [[content.text, 1, store.account.prices.rcs] as const], textOf: [0] };
  const delivery = { channel: 'rcs', from: sender.sender, attachment: content.attachment } as const;
  const accepted = withOwnId(acceptanceOf(request, choice.good, rendered, context, delivery), seed);
  if (!canPay(store, accepted.charge, accepted.items.length)) return refused(103, 'Insufficient credits');
  await core.record(accepted);
  const ids = accepted.items.map(([id]) => id);
  runner.start(ids);
  return json(201, { id: ids[0] });
};

/** The moment of a step that has happened. */
const momentOf = ({ plan, nextStep, sendAt }: Message, code: number): string | null => {
  const step = plan.slice(0, nextStep).find(([, reached]) => reached === code);
  return step === undefined ? null : new Date(sendAt + step[0]).toISOString();
};

const show = (message: Message, senderId: string): Readonly<Record<string, unknown>> => ({
  id: message.id,
  recipient: message.number,
  sender: message.from,
  senderId,
  sentAt: momentOf(message, STATUS.sent),
  deliveredAt: message.landedAt === null ? null : new Date(message.landedAt).toISOString(),
  readAt: null,
  expiredAt: momentOf(message, STATUS.expired),
  // What the price goes by at the operators: a plain text of one SMS's length, or anything more.
  messageType: message.attachment === null && message.text.length <= 160 ? 'basic' : 'single',
  interface: 'api',
});

const rcsMessages = ({ messages }: Readonly<Store>): readonly Message[] =>
  [...messages.values()].filter(({ channel }) => channel === 'rcs');

/** `GET /rcs/messages` (OAS; field names in camel case are its own). */
export const listMessages: Handler = (core) => {
  const { id } = senderOf(core);
  return collection(rcsMessages(core.store).map((message) => show(message, id)));
};
