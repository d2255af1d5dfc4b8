import type { DeliveryState } from '../domain/delivery.ts';
import type { StopProof } from '../domain/pause-rules.ts';
import type { Reason } from '../domain/reason.ts';
import type { HandsetAccess, Handsets } from './handsets.ts';

/** One message on its way to the gateway. */
export interface WireMessage {
  /** E.164 */
  readonly phone: string;
  /** Our idempotency reference, `[A-Za-z0-9_-]`, at most 40 characters. */
  readonly idx: string;
}

/** One request: everything that has the same text. */
export interface WireBatch {
  readonly messages: readonly WireMessage[];
  readonly text: string;
  readonly sender: string | null;
  readonly maxParts: number;
  /** Where delivery reports are to go. */
  readonly reportUrl: string;
}

export type MessageOutcome =
  | {
      readonly kind: 'accepted';
      readonly providerId: string | null;
      readonly parts: number | null;
      readonly points: number | null;
    }
  /** This very idx had been taken before (error 53 about one message): its id comes with the report. */
  | { readonly kind: 'already_taken' }
  /** Not taken for a reason that passes, this number alone; nothing speaks against the others. */
  | { readonly kind: 'deferred'; readonly code: string; readonly retryAfterMs: number }
  | { readonly kind: 'refused'; readonly code: string };

/** What stands in the way of the account: untouched messages stay ready. */
export type StopCause = 'funds' | 'credentials' | 'gateway_down';

/** Only the adapter decides what may be repeated (style rule 26). */
export type SubmitResult =
  /** One outcome per message, in order. */
  | { readonly kind: 'answered'; readonly outcomes: readonly MessageOutcome[] }
  /** The gateway refused the request as a whole because of its content: nothing was taken, a repeat would be refused again. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nothing was taken: fewer messages at once may pass. */
  | { readonly kind: 'too_large'; readonly code: string }
  /** The gateway had already taken these idx (error 53). */
  | { readonly kind: 'already_taken' }
  /** Nothing was taken, and a person has to act: for all that goes through this account, or for this campaign only. */
  | {
      readonly kind: 'stopped';
      readonly cause: 'funds' | 'credentials';
      readonly code: string;
      readonly reach: 'account' | 'campaign';
    }
  /** Nothing left this machine: the gateway cannot be reached. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** Nothing was taken, and the gateway wants fewer requests; null when it names no pause. */
  | { readonly kind: 'throttled'; readonly code: string; readonly retryAfterMs: number | null }
  /** Nothing was taken; try this request again later. */
  | { readonly kind: 'deferred'; readonly code: string; readonly retryAfterMs: number }
  /** We asked, and do not know. A failing gateway may say when it wants to be asked again. */
  | { readonly kind: 'uncertain'; readonly code: string; readonly retryAfterMs: number | null };

export interface AccountProfile {
  readonly name: string | null;
  readonly paymentType: string;
  /** Ten-thousandths of a point; null when the account does not say. */
  readonly points: number | null;
}

export interface SenderState {
  readonly sender: string;
  readonly isDefault: boolean;
  readonly status: string;
  readonly usable: boolean;
}

/** A question that only reads: answered, or why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly cause: StopCause; readonly code: string };

export interface Report {
  readonly providerId: string;
  readonly idx: string | null;
  readonly statusCode: number | null;
  readonly statusName: string | null;
  readonly delivery: DeliveryState;
  readonly doneAt: Date | null;
  /** Ten-thousandths of a point, when the report names the price. */
  readonly points: number | null;
}

/** A text that somebody sent to the account's number. */
export interface InboundText {
  /** As the gateway names the sender. */
  readonly sender: string;
  readonly text: string;
  readonly sentAt: Date | null;
  /** The gateway's id of the message it answers. */
  readonly answers: string | null;
}

/** What had to be done so that texts of people come to an address. */
export type AddressChange = 'added' | 'moved' | 'unchanged';

/** One account at a gateway. All sending goes through here. */
export interface Provider {
  submit(batch: WireBatch, signal?: AbortSignal): Promise<SubmitResult>;
  profile(signal?: AbortSignal): Promise<Answer<AccountProfile>>;
  /** Ten-thousandths of a point for one part to a Polish mobile number; null when the list does not say. */
  partPrice(signal?: AbortSignal): Promise<Answer<number | null>>;
  senders(signal?: AbortSignal): Promise<Answer<readonly SenderState[]>>;
  /** Delivery by id, where the account supports asking. */
  reports(providerIds: readonly string[], signal?: AbortSignal): Promise<Answer<readonly Report[]>>;
  /** Has the account tell this address what people send. Told once more it changes nothing. */
  takeTextsAt(url: string, signal?: AbortSignal): Promise<Answer<AddressChange>>;
}

export interface AccountAccess {
  readonly baseUrl: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/** What is known about a provider without an account. */
export interface ProviderKind {
  readonly code: string;
  connect(access: AccountAccess): Provider;
  /** The text as the gateway must get it so that nothing in it is read as a command; measured and stored like this. */
  readonly prepareText: (text: string) => string;
  /** Delivery reports out of a callback (query string or form body). */
  parseReports(fields: URLSearchParams): readonly Report[];
  /** The text in a callback about what people send; null when it is none. */
  parseInbound(fields: URLSearchParams): InboundText | null;
  /** What a code of an outcome, a stop or a report means and what to do; null for a code that is not this provider's. */
  explain(code: string): Reason | null;
  /** What shows that the reason of a stop is gone; null when only a person can know. */
  proofOf(code: string): StopProof | null;
  /** Whether tokens may be sent to this address. */
  allowsBaseUrl(url: URL): boolean;
  /** The handsets of an emulator; null where a real gateway may be. Who asks learns whether an emulator answers. */
  handsets?(access: HandsetAccess): Handsets | null;
}

export type ProviderRegistry = ReadonlyMap<string, ProviderKind>;
