/** PostgreSQL's text holds every character but NUL. */
const NOT_TEXT = '\u{FFFD}';

/** A stranger's text as the database can hold it, cut where it is longer than anything it should be. */
export function storable(text: string, longest = Number.POSITIVE_INFINITY): string {
  return text.slice(0, longest).replaceAll('\0', NOT_TEXT);
}
