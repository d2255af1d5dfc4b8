import type { Handset, HandsetConversation, HandsetList, HandsetReplied, HandsetState } from '../domain/handset.ts';

/** The port to the handsets of an emulator. No real gateway has any: a provider offers it only where an emulator may be. */

/** What was asked, or why not: something else answers at the address, or nothing does. */
export type HandsetAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'not_emulator' | 'unreachable' };

export interface Handsets {
  /** `phones` are handsets wanted besides what `search` finds in numbers and texts. */
  list(query: {
    readonly search: string;
    readonly phones: readonly string[];
    readonly limit: number;
  }): Promise<HandsetAnswer<HandsetList>>;
  /** The conversation up to the entry `before`, or to its end. A number nobody has heard of is an empty handset. */
  read(
    phone: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<HandsetAnswer<HandsetConversation>>;
  /** Its owner sends a text to the company, in answer to the message with this id. */
  reply(phone: string, text: string, answers: string | null): Promise<HandsetAnswer<HandsetReplied>>;
  setState(phone: string, state: HandsetState): Promise<HandsetAnswer<Handset>>;
  markRead(phone: string): Promise<HandsetAnswer<Handset>>;
  /** Calls `onChange` whenever something happened on a handset. Resolves when the emulator ends it, or the signal does. */
  follow(onChange: () => void, signal: AbortSignal): Promise<void>;
}

export interface HandsetAccess {
  readonly baseUrl: string;
  readonly token: string | null;
  readonly timeoutMs: number;
}
