import type { Units } from '../points.ts';

/** A stored text (dossier 7.5). */
export interface SmsTemplate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly normalize: boolean;
}

export const ACCESSES = ['all', 'none', 'selected'] as const;

/** What of the main account a subuser may use. */
export interface Share {
  readonly access: (typeof ACCESSES)[number];
  /** Sender names, or names of templates; null unless `selected`. */
  readonly selected: readonly string[] | null;
}

/** A user under the main account (dossier 7.5). Passwords are judged and forgotten: nobody may read them back. */
export interface Subuser {
  readonly id: string;
  readonly username: string;
  readonly active: boolean;
  readonly description: string | null;
  readonly points: { readonly fromAccount: Units; readonly perMonth: Units };
  readonly shares: { readonly sendernames: Share; readonly templates: Share };
}
