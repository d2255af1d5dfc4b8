/** A stored text (dossier 7.5). */
export interface SmsTemplate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly normalize: boolean;
}

export type ShareAccess = 'all' | 'none' | 'selected';

/** What of the main account a subuser may use. */
export interface Shares {
  readonly access: ShareAccess;
  /** Sender names, or ids of templates; counts only with `selected`. */
  readonly selected: readonly string[];
}

/** A user under the main account (dossier 7.5). Passwords are taken and forgotten: nobody may read them back. */
export interface Subuser {
  readonly id: string;
  readonly username: string;
  readonly active: boolean;
  readonly description: string | null;
  readonly points: { readonly fromAccount: number; readonly perMonth: number };
  readonly senders: Shares;
  readonly templates: Shares;
}
