import type { Callback } from './account.ts';
import type { Clock } from './clock.ts';
import { resourceId } from './ids.ts';
import type { ReportLog } from './log/report-log.ts';
import type { DispatcherSettings, WaitingCall } from './reports/dispatcher.ts';
import { isTaken, type Transport } from './reports/transport.ts';
import { normalizeNumber } from './send/recipients.ts';
import type { Event } from './state/events.ts';
import type { SentText } from './state/sent-texts.ts';
import type { Store } from './state/store.ts';

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

/** A text between two attempts. */
export interface WaitingText extends WaitingCall {
  readonly textId: string;
}

/** Takes texts from handsets and hands them over to the account's receiver. */
export interface Inbox {
  receive(incoming: IncomingText): Promise<IncomingOutcome>;
  /** Takes up what waited when the emulator stopped. */
  resume(): void;
  waiting(): readonly WaitingText[];
  clear(): void;
  stop(): void;
}

export interface InboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly seed: number;
  readonly transport: Transport;
  readonly settings: DispatcherSettings;
  readonly calls: Pick<ReportLog, 'push'>;
  readonly record: (...events: readonly Event[]) => Promise<void>;
  readonly onCall: () => void;
  readonly onError: (error: unknown) => void;
}

const SHARED_NUMBER = '48500000200';

const takes = (callback: Callback, to: string | undefined): boolean => {
  if (callback.type !== 'sms_mo' || !callback.active) return false;
  if (callback.receiver?.type === 'number') return callback.receiver.number === to;
  return callback.receiver?.type === '2way' ? to === undefined : true;
};

const formOf = ({ from, to, text, at, replyTo }: SentText, username: string): string =>
  new URLSearchParams({
    sms_from: from,
    sms_to: to ?? SHARED_NUMBER,
    sms_text: text,
    sms_date: String(Math.floor(at / 1_000)),
    username,
    MsgId: replyTo ?? '',
  }).toString();

/** By POST, again and again until the receiver answers `OK`. */
export const createInbox = (deps: InboxDeps): Inbox => {
  const { store, clock, transport, settings } = deps;
  const retries = new Map<string, WaitingText>();
  let stopped = false;
  /** Grows with every clear: answers to calls of before it count no more. */
  let era = 0;

  const finish = async (id: string, taken: boolean): Promise<boolean> => {
    await deps.record({ type: 'handed', id, state: taken ? 'taken' : 'given-up' });
    return taken;
  };

  const attempt = async (id: string, nth: number): Promise<boolean> => {
    const bornIn = era;
    const text = store.sent.get(id);
    retries.delete(id);
    if (text === undefined || text.url === null) return false;
    const { url } = text;
    const form = formOf(text, store.account.username);
    const answer = await transport.call({ url, method: 'POST', form });
    if (stopped || bornIn !== era) return false;
    const taken = isTaken(answer);
    const ids = text.replyTo === null ? [] : [text.replyTo];
    const { status, body } = answer;
    deps.calls.push({ at: clock.now(), url, ids, attempt: nth, status, taken, answer: body, form });
    deps.onCall();
    if (taken || nth >= settings.maxAttempts) return finish(id, taken);
    const waitMs = Math.min(settings.retryMostMs, settings.retryFirstMs * 2 ** (nth - 1));
    retries.set(id, { textId: id, url, ids, attempt: nth, status: answer.status, nextAt: clock.now() + waitMs });
    clock.setTimer(waitMs, () => {
      if (!stopped && bornIn === era) attempt(id, nth + 1).catch(deps.onError);
    });
    return false;
  };

  return {
    async receive({ from, to, text, replyTo }) {
      const callback = store.account.callbacks.find((candidate) => takes(candidate, to));
      const sequence = store.sequence + 1;
      const sent: SentText = {
        id: resourceId('incoming', deps.seed, sequence),
        from: normalizeNumber(from, true) ?? from,
        to: to ?? null,
        text,
        at: clock.now(),
        replyTo: replyTo ?? null,
        url: callback?.url ?? null,
        state: callback === undefined ? 'nobody' : 'waiting',
      };
      await deps.record({ type: 'sent', text: sent, sequence });
      return { hasReceiver: callback !== undefined, taken: await attempt(sent.id, 1) };
    },
    resume() {
      for (const { id, state } of store.sent.values()) if (state === 'waiting') attempt(id, 1).catch(deps.onError);
    },
    waiting: () => [...retries.values()],
    clear() {
      era += 1;
      retries.clear();
    },
    stop() {
      stopped = true;
    },
  };
};
