import { sql, type RawBuilder } from 'kysely';

/** What a person types to find a line by name or number: folded for names, its digits for numbers. */
export interface SearchedText {
  readonly digits: string;
  readonly folded: string;
}

/** Found in the folded text, or in the number when there are digits to look for. */
export function orFound(
  { digits, folded }: SearchedText,
  text: RawBuilder<unknown>,
  phone: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const inText = sql`${text} like ${`%${escapeLike(folded)}%`}`;
  return digits === '' ? inText : sql`${inText} or ${phone} like ${`%${digits}%`}`;
}

/** LIKE's own characters, taken literally. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
