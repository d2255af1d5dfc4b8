import type { DeliveryState } from './delivery.ts';

/** Handsets that an emulator plays: what people see on them, and how they stand. */

export type HandsetState = 'on' | 'off' | 'out_of_coverage';

export interface Handset {
  /** E.164 */
  readonly phone: string;
  readonly state: HandsetState;
  /** Null when it was never changed. */
  readonly stateSince: Date | null;
  /** The last thing that happened on it; null when nothing has. */
  readonly lastAt: Date | null;
  readonly unread: number;
  /** Messages that have not reached the screen and still may. */
  readonly waiting: number;
  readonly last: { readonly by: 'company' | 'owner'; readonly sender: string | null; readonly text: string } | null;
}

/** An SMS for the handset, landed or not. */
export interface HandsetMessage {
  readonly kind: 'message';
  readonly id: string;
  /** Its place in the conversation: when it landed, or was or will be sent. */
  readonly at: Date;
  readonly sender: string;
  /** The text of each part, in order; one when nobody knows how it was cut. */
  readonly segments: readonly string[];
  readonly encoding: 'gsm7' | 'ucs2';
  readonly parts: number;
  /** Ten-thousandths of a point. */
  readonly points: number;
  readonly idx: string | null;
  readonly delivery: DeliveryState;
  readonly landedAt: Date | null;
  readonly waiting: boolean;
  readonly expiresAt: Date;
}

/** A text that its owner sent to the company. */
export interface HandsetReply {
  readonly kind: 'reply';
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  /** `taken`: the company's program has it. `nobody`: the account has no address for replies. */
  readonly state: 'waiting' | 'taken' | 'given_up' | 'nobody';
}

/** What became of a reply at the first attempt. */
export type HandsetReplied = Exclude<HandsetReply['state'], 'given_up'>;

export type HandsetEntry = HandsetMessage | HandsetReply;

export interface HandsetList {
  /** Handsets there are, and those that fit the question. */
  readonly total: number;
  readonly matching: number;
  /** The newest first. */
  readonly handsets: readonly Handset[];
}

export interface HandsetConversation extends Handset {
  /** Whether the account has an address to which replies go. */
  readonly takesReplies: boolean;
  /** The newest first. */
  readonly entries: readonly HandsetEntry[];
  readonly hasEarlier: boolean;
}
