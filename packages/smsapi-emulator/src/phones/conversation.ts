import { measure, split, type Encoding } from '#sms-text';
import type { WaitingText } from '../incoming.ts';
import type { Attachment, Channel } from '../media/shapes.ts';
import { toPoints } from '../points.ts';
import type { SentState, SentText } from '../state/sent-texts.ts';
import type { Message, Store } from '../state/store.ts';
import { statusName } from '../statuses.ts';
import { linksIn, type TextLink } from './links.ts';
import { isWaiting, momentOf } from './overview.ts';

/** A message for the handset, landed or not. */
export interface MessageEntry {
  readonly kind: 'message';
  readonly id: string;
  /** When it takes its place: the moment it landed, or was or will be sent. */
  readonly at: number;
  readonly channel: Channel;
  readonly from: string;
  readonly text: string;
  readonly attachment: Attachment | null;
  /** The text of each radio part, in order; one when nobody knows how it was cut. */
  readonly segments: readonly string[];
  readonly encoding: Encoding;
  readonly parts: number;
  readonly points: number;
  readonly idx: string | null;
  readonly status: string;
  readonly acceptedAt: number;
  readonly sendAt: number;
  readonly landedAt: number | null;
  readonly expiresAt: number;
  /** Not on the screen, but may still get there. */
  readonly waiting: boolean;
  readonly links: readonly TextLink[];
}

/** A text the handset's owner sent. */
export interface TextEntry {
  readonly kind: 'text';
  readonly id: string;
  readonly at: number;
  readonly to: string | null;
  readonly text: string;
  readonly replyTo: string | null;
  readonly state: SentState;
  /** How often it was offered to the receiver in vain, while it waits for the next attempt. */
  readonly attempts: number;
}

export type Entry = MessageEntry | TextEntry;

export interface Conversation {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly hasEarlier: boolean;
}

export interface ConversationQuery {
  readonly number: string;
  /** Id of the entry that the wanted ones lie before; null for the newest. */
  readonly before: string | null;
  readonly limit: number;
}

/** Nobody scrolls further back, and one handset must not make the page slow. */
const LOOKED_AT = 5_000;

const partsOf = ({ text, parts }: Message): readonly string[] => {
  const pieces = split(text);
  return pieces.length === parts ? pieces : [text];
};

const showMessage = (store: Readonly<Store>, message: Message): MessageEntry => {
  const { id, channel, from, text, attachment, parts, price, idx, status, acceptedAt, sendAt, landedAt, validForMs } =
    message;
  return {
    kind: 'message',
    id,
    at: momentOf(message),
    channel,
    from,
    text,
    attachment,
    segments: partsOf(message),
    encoding: measure(text).encoding,
    parts,
    points: toPoints(price),
    idx,
    status: statusName(status),
    acceptedAt,
    sendAt,
    landedAt,
    expiresAt: sendAt + validForMs,
    waiting: isWaiting(message),
    links: linksIn(store, text),
  };
};

const showText = ({ id, at, to, text, replyTo, state }: SentText, waiting: readonly WaitingText[]): TextEntry => ({
  kind: 'text',
  id,
  at,
  to,
  text,
  replyTo,
  state,
  attempts: waiting.find(({ textId }) => textId === id)?.attempt ?? 0,
});

type Line = Message | SentText;

const isMessage = (line: Line): line is Message => 'plan' in line;

const atOf = (line: Line): number => (isMessage(line) ? momentOf(line) : line.at);

/** What lies on a handset, what is on its way there, and what its owner sent, in order. */
export const conversationOf = (
  store: Readonly<Store>,
  { number, before, limit }: ConversationQuery,
  waiting: readonly WaitingText[],
): Conversation => {
  const messages = (store.byNumber.get(number) ?? []).slice(-LOOKED_AT).flatMap((id) => store.messages.get(id) ?? []);
  const texts = (store.handsets.get(number)?.sent ?? []).flatMap((id) => store.sent.get(id) ?? []);
  const lines: readonly Line[] = [...messages, ...texts].toSorted((a, b) => atOf(a) - atOf(b));
  const place = before === null ? -1 : lines.findIndex(({ id }) => id === before);
  const end = place < 0 ? lines.length : place;
  const from = Math.max(0, end - limit);
  const entries = lines
    .slice(from, end)
    .map((line) => (isMessage(line) ? showMessage(store, line) : showText(line, waiting)));
  return { entries, hasEarlier: from > 0 };
};
