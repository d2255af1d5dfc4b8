import type { Callback } from './account.ts';
import type { Core } from './core.ts';
import { isTaken } from './reports/transport.ts';

/** A text that somebody sends to the company (dossier 4.2). */
export interface IncomingText {
  readonly from: string;
  /** Our number; the shared two-way number when absent. */
  readonly to?: string;
  readonly text: string;
  /** Id of the message replied to. */
  readonly replyTo?: string;
}

export interface IncomingOutcome {
  /** False when no active `sms_mo` callback takes texts to that number. */
  readonly hasReceiver: boolean;
  /** Whether the first attempt was answered `OK`; if not, it is repeated like a report. */
  readonly taken: boolean;
}

const SHARED_NUMBER = '48500000200';

const takes = (callback: Callback, to: string | undefined): boolean => {
  if (callback.type !== 'sms_mo' || !callback.active) return false;
  if (callback.receiver?.type === 'number') return callback.receiver.number === to;
  return callback.receiver?.type === '2way' ? to === undefined : true;
};

const formOf = (core: Core, incoming: IncomingText): string =>
  new URLSearchParams({
    sms_from: incoming.from,
    sms_to: incoming.to ?? SHARED_NUMBER,
    sms_text: incoming.text,
    sms_date: String(Math.floor(core.clock.now() / 1_000)),
    username: core.store.account.username,
    MsgId: incoming.replyTo ?? '',
  }).toString();

/** Hands a text over to the account's receiver by POST, again and again until it answers `OK`. */
export const deliverIncoming = async (core: Core, incoming: IncomingText): Promise<IncomingOutcome> => {
  const callback = core.store.account.callbacks.find((candidate) => takes(candidate, incoming.to));
  if (callback === undefined) return { hasReceiver: false, taken: false };
  const form = formOf(core, incoming);
  const { retryFirstMs, retryMostMs, maxAttempts } = core.dispatcher.settings;

  const attempt = async (nth: number): Promise<boolean> => {
    const answer = await core.transport.call({ url: callback.url, method: 'POST', form });
    const taken = isTaken(answer);
    core.dispatcher.calls.push({
      at: core.clock.now(),
      url: callback.url,
      ids: incoming.replyTo === undefined ? [] : [incoming.replyTo],
      attempt: nth,
      status: answer.status,
      taken,
    });
    if (!taken && nth < maxAttempts) {
      core.clock.setTimer(Math.min(retryMostMs, retryFirstMs * 2 ** (nth - 1)), () => void attempt(nth + 1));
    }
    return taken;
  };
  return { hasReceiver: true, taken: await attempt(1) };
};
