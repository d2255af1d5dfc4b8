export { createSmsapi, type Smsapi } from './client.ts';
export type { SmsapiOptions } from './connection.ts';
export type {
  Failure,
  Refused,
  Result,
  Throttled,
  Uncertain,
  UncertainCause,
  Unreachable,
  UnreachablePhase,
} from './result.ts';

export type { Recipient, SendRequest } from './send-request.ts';
export type { SendOutcome, SendResult } from './send-reply.ts';
export type { InvalidNumber } from './reply-body.ts';
export type { MessageStatus } from './messages.ts';

export type { PaymentType, Ping, Price, PriceType, Profile } from './account.ts';
export type { SenderName, SenderNameStatus } from './sender-names.ts';
export type { Blacklist, BlacklistEntry } from './blacklist.ts';
export type { Callback, Callbacks, CallbackType } from './callbacks.ts';
export type { OptOut } from './opt-outs.ts';
export type { Page, PageRequest } from './collection.ts';

export { explainError, type ErrorExplanation, type SmsapiError } from './errors.ts';
export type { Advice, ErrorClass } from './errors/row.ts';
export { deliveryStatuses, deliveryStatusOf, type DeliveryClass, type DeliveryStatus } from './delivery-status.ts';
export { CALLBACK_REPLY, parseReports, type DeliveryReport } from './reports.ts';
export { parseInbound, type InboundMessage } from './inbound.ts';
export type { CallbackFields } from './callback-fields.ts';
export { neutralizeMacros, neutralizeParam } from './macros.ts';
export { formatPoints, parsePoints, pointsOf, type Points } from './points.ts';
