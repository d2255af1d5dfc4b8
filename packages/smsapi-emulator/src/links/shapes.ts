/** A shortened address (dossier 7.5), made by REST or by a macro in a text. */
export interface ShortLink {
  /** Digits (OAS). */
  readonly id: string;
  /** What stands behind the slash of the short address. */
  readonly name: string;
  readonly domain: string;
  /** Where it leads; null for an uploaded file. */
  readonly url: string | null;
  readonly filename: string | null;
  readonly description: string;
  /** Null for a link that does not expire. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
  readonly hits: number;
  readonly hitsUnique: number;
}

/** One path that can be opened: a link's own name, or the personal one of a message's recipient. */
export interface LinkCode {
  /** The path itself. */
  readonly id: string;
  readonly linkId: string;
  /** Whose it is; null for a link's own name. */
  readonly message: LinkedMessage | null;
}

export interface LinkedMessage {
  readonly id: string;
  readonly number: string;
  readonly idx: string | null;
}

/** Somebody opened a link. */
export interface LinkClick {
  readonly id: string;
  readonly linkId: string;
  /** The path that was opened. */
  readonly code: string;
  readonly at: number;
  readonly os: string;
  readonly browser: string;
  readonly device: string;
  readonly message: LinkedMessage | null;
}
