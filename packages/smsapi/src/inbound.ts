import { readFields, readMoment, type CallbackFields } from './callback-fields.ts';

/** A text that somebody sent to our number. `inReplyTo` is the gateway id of the message answered, if any. */
export interface InboundMessage {
  from: string;
  to: string | null;
  text: string;
  receivedAt: Date | null;
  inReplyTo: string | null;
  username: string | null;
}

/**
 * An inbound-SMS callback → the message, or null if it has no sender (dossier 4.2). Takes query and form alike.
 * The text is the stranger's: commas and all, never to be trusted. Answer `CALLBACK_REPLY` once it is stored.
 *
 * @example
 * parseInbound('sms_from=48500100200&sms_to=48661000000&sms_text=STOP&sms_date=1625650925');
 */
export function parseInbound(fields: CallbackFields): InboundMessage | null {
  const field = readFields(fields);
  const from = field('sms_from').trim();
  if (from === '') return null;
  return {
    from,
    to: field('sms_to').trim() || null,
    text: field('sms_text'),
    receivedAt: readMoment(field('sms_date').trim()),
    inReplyTo: field('MsgId').trim() || null,
    username: field('username').trim() || null,
  };
}
