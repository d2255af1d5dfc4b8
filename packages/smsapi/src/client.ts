import { blacklistOf, type Blacklist } from './blacklist.ts';
import { callbacksOf, type Callbacks } from './callbacks.ts';
import { openConnection, type SmsapiOptions } from './connection.ts';
import {
  fetchPing,
  fetchPrices,
  fetchProfile,
  type Ping,
  type Price,
  type PriceType,
  type Profile,
} from './account.ts';
import { deleteScheduledMessages, fetchStatuses, type MessageStatus } from './messages.ts';
import { fetchOptOuts, type OptOut } from './opt-outs.ts';
import { digitsOf } from './reply-body.ts';
import { fetchSenderNames, type SenderName } from './sender-names.ts';
import { readSendReply, type SendResult } from './send-reply.ts';
import { sendForm, type SendRequest } from './send-request.ts';
import { exchange } from './transport.ts';
import type { Page, PageRequest } from './collection.ts';
import type { Result } from './result.ts';

/**
 * An account at SMSAPI. Expected failures are values; only our own mistakes (a malformed idx, say) reject, with a
 * TypeError. No method repeats a request by itself.
 */
export interface Smsapi {
  /** Hands messages over: one POST, one outcome per recipient. See `SendResult` for what may be repeated. */
  send(request: SendRequest, signal?: AbortSignal): Promise<SendResult>;
  /** The states of messages by id. Undocumented at the gateway: a back-up for the delivery reports. */
  status(ids: readonly string[], signal?: AbortSignal): Promise<Result<readonly MessageStatus[]>>;
  /** Takes scheduled messages back and answers the ids of those that were. */
  deleteScheduled(ids: readonly string[], signal?: AbortSignal): Promise<Result<readonly string[]>>;
  profile(signal?: AbortSignal): Promise<Result<Profile>>;
  prices(type?: PriceType, signal?: AbortSignal): Promise<Result<readonly Price[]>>;
  senderNames(signal?: AbortSignal): Promise<Result<readonly SenderName[]>>;
  ping(signal?: AbortSignal): Promise<Result<Ping>>;
  optOuts(page?: PageRequest, signal?: AbortSignal): Promise<Result<Page<OptOut>>>;
  blacklist: Blacklist;
  callbacks: Callbacks;
}

/**
 * A client of one SMSAPI account.
 *
 * The token is kept in closures and appears in nothing that is returned, thrown or serialised.
 *
 * @throws TypeError for options that cannot work (address, token, time-out).
 * @example
 * const smsapi = createSmsapi({ baseUrl: 'https://api.smsapi.pl/', token, timeoutMs: 10_000 });
 * const result = await smsapi.send({
 *   recipients: [{ number: '48500100200', idx: 'g1-2s' }],
 *   message: 'Zapraszamy po odbiór zamówienia',
 *   checkIdx: true,
 * });
 */
export function createSmsapi(options: SmsapiOptions): Smsapi {
  const connection = openConnection(options);
  return {
    send: async (request, signal) => {
      const form = sendForm(request);
      const answer = await exchange(connection, { method: 'POST', path: 'sms.do', form }, signal);
      if (answer.kind !== 'reply') return answer;
      const asked = request.recipients.map(({ number, idx }) => ({ number: digitsOf(number) ?? '', idx }));
      return readSendReply(answer.reply, asked, request.checkIdx);
    },
    status: (ids, signal) => fetchStatuses(connection, ids, signal),
    deleteScheduled: (ids, signal) => deleteScheduledMessages(connection, ids, signal),
    profile: (signal) => fetchProfile(connection, signal),
    prices: (type, signal) => fetchPrices(connection, type, signal),
    senderNames: (signal) => fetchSenderNames(connection, signal),
    ping: (signal) => fetchPing(connection, signal),
    optOuts: (page, signal) => fetchOptOuts(connection, page, signal),
    blacklist: blacklistOf(connection),
    callbacks: callbacksOf(connection),
  };
}
