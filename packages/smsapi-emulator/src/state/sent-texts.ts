import { forgetHandset, handsetOf } from './handsets.ts';
import type { Store } from './store.ts';

/** What became of a text for the company: on its way, answered `OK`, given up, or with nobody to take it. */
export type SentState = 'waiting' | 'taken' | 'given-up' | 'nobody';

/** A text that the owner of a handset sent to the company (dossier 4.2). */
export interface SentText {
  readonly id: string;
  readonly from: string;
  /** Our number; null is the shared two-way one. */
  readonly to: string | null;
  readonly text: string;
  readonly at: number;
  /** Id of the message replied to. */
  readonly replyTo: string | null;
  /** The receiver it is for; null when no callback takes it. */
  readonly url: string | null;
  readonly state: SentState;
}

/** A text was sent from a handset. */
export interface TextSent {
  readonly type: 'sent';
  readonly text: SentText;
  readonly sequence: number;
}

/** Its receiver needs no further attempt. */
export interface TextHanded {
  readonly type: 'handed';
  readonly id: string;
  readonly state: SentState;
}

const forgetOldest = (store: Store): void => {
  for (const [id, { from }] of store.sent) {
    if (store.sent.size <= store.keep.incoming) return;
    store.sent.delete(id);
    const handset = store.handsets.get(from);
    if (handset === undefined) continue;
    handset.sent = handset.sent.filter((other) => other !== id);
    forgetHandset(store, from);
  }
};

export const addSent = (store: Store, { text, sequence }: TextSent): void => {
  store.sequence = Math.max(store.sequence, sequence);
  store.sent.set(text.id, text);
  const handset = handsetOf(store, text.from, text.at);
  handset.sent = [...handset.sent, text.id];
  forgetOldest(store);
};

export const noteHanded = (store: Store, { id, state }: TextHanded): void => {
  const text = store.sent.get(id);
  if (text !== undefined) store.sent.set(id, { ...text, state });
};
