/** A sentence in both languages of the product. */
export interface Sentence {
  readonly pl: string;
  readonly en: string;
}

/** Why something is as it is: a stable code for programs, a sentence for people, and what to do about it. */
export interface Reason {
  readonly code: string;
  readonly sentence: Sentence;
  readonly action: Sentence | null;
}

/** What kind of "no" it is; only `http/problem.ts` turns it into a status code. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'unavailable'
  | 'too_large';

export type RefusalTable = Readonly<Record<string, Omit<Reason, 'code'> & { readonly kind: RefusalKind }>>;
