/** How a message reaches its recipient. */
export type Channel = 'sms' | 'mms' | 'vms' | 'rcs';

export const LECTORS = ['ewa', 'agnieszka', 'jacek', 'jan', 'maja'] as const;
export type Lector = (typeof LECTORS)[number];

/** What a message carries besides its text. Plain JSON, for the journal keeps it. */
export type Attachment =
  | { readonly kind: 'smil'; readonly smil: string }
  /** The text is spoken by one of the service's voices. */
  | { readonly kind: 'speech'; readonly lector: Lector }
  /** A sound that came along; its bytes are not kept. */
  | { readonly kind: 'sound'; readonly filename: string; readonly contentType: string; readonly bytes: number }
  /** A sound the service would fetch; the emulator does not. */
  | { readonly kind: 'sound-at'; readonly url: string }
  | { readonly kind: 'rich'; readonly content: Readonly<Record<string, unknown>> };

/** The content of a picture or voice message, read and judged. */
export interface Content {
  /** Subject of an MMS, words of a voice message; empty when only a sound is played. */
  readonly text: string;
  readonly attachment: Attachment;
}
