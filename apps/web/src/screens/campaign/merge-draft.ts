import type { DraftText } from './use-draft.ts';

type Field = keyof DraftText;

export interface Merged {
  /** Both people's changes; where both changed one field, mine. */
  readonly text: DraftText;
  /** What both changed, each in their own way: somebody has to choose. */
  readonly clashes: readonly Field[];
}

/** Puts my changes on top of theirs, field by field, from the text both began with. */
export function mergeDraft(base: DraftText, mine: DraftText, theirs: DraftText): Merged {
  const isChanged = (field: Field, by: DraftText) => by[field] !== base[field];
  const fields: readonly Field[] = ['subject', 'body', 'withoutPolish'];
  return {
    text: {
      subject: isChanged('subject', mine) ? mine.subject : theirs.subject,
      body: isChanged('body', mine) ? mine.body : theirs.body,
      withoutPolish: isChanged('withoutPolish', mine) ? mine.withoutPolish : theirs.withoutPolish,
    },
    clashes: fields.filter(
      (field) => isChanged(field, mine) && isChanged(field, theirs) && mine[field] !== theirs[field],
    ),
  };
}

/** The merged text with theirs where both changed. */
export function yieldTo(theirs: DraftText, { text, clashes }: Merged): DraftText {
  const own = <F extends Field>(field: F): DraftText[F] => (clashes.includes(field) ? theirs : text)[field];
  return { subject: own('subject'), body: own('body'), withoutPolish: own('withoutPolish') };
}

export const isSameText = (a: DraftText, b: DraftText): boolean =>
  a.subject === b.subject && a.body === b.body && a.withoutPolish === b.withoutPolish;
