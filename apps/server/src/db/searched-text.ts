import { sql, type RawBuilder } from 'kysely';

/** What a person types to find a line by name or number: folded for names, its digits for numbers. */
export interface SearchedText {
  readonly digits: string;
  readonly folded: string;
}

/** Found in the folded text of the contractor `o` or the contact `c`, or in the number when there are digits to look for. */
export function orFound({ digits, folded }: SearchedText, phone: RawBuilder<unknown>): RawBuilder<unknown> {
  const like = `%${escapeLike(folded)}%`;
  const inText = sql`o.search like ${like} or c.search like ${like}`;
  return digits === '' ? inText : sql`${inText} or ${phone} like ${`%${digits}%`}`;
}

/** LIKE's own characters, taken literally. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
