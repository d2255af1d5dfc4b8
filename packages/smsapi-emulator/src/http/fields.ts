/**
 * Parameters of a request, whatever they came as: query, form or JSON, or a mixture of them (dossier 1.3, 1.5).
 * Values are as they arrived; the readers below give them a type.
 */
export type Fields = ReadonlyMap<string, unknown>;

export const NO_FIELDS: Fields = new Map();

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** A parameter as text; absent, null and objects are null. A list is joined as the clients do it. */
export const textOf = (fields: Fields, name: string, joint = ','): string | null => {
  const value = fields.get(name);
  if (isScalar(value)) return String(value);
  return Array.isArray(value) ? value.filter(isScalar).join(joint) : null;
};

/** Like `textOf`, but an empty or blank value counts as absent. */
export const filledText = (fields: Fields, name: string): string | null => {
  const text = textOf(fields, name)?.trim() ?? '';
  return text === '' ? null : text;
};

const TRUE_WORDS: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'on']);

/** 1, true, "1", "true", "True", "yes", "on" are true; everything else is false. */
export const flagOf = (fields: Fields, name: string): boolean =>
  TRUE_WORDS.has(textOf(fields, name)?.trim().toLowerCase() ?? '');

/** A whole number; null when absent, NaN when it is something else. */
export const integerOf = (fields: Fields, name: string): number | null => {
  const text = filledText(fields, name);
  if (text === null) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
};

/** One value per recipient: `a|b`, `idx[0]=a&idx[1]=b` or a JSON list. Absent is null. */
export const listOf = (fields: Fields, name: string): readonly string[] | null => {
  const value = fields.get(name);
  if (Array.isArray(value)) return value.map((item) => (isScalar(item) ? String(item) : ''));
  return isScalar(value) && value !== '' ? String(value).split('|') : null;
};

/** A JSON object out of an unknown value. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of the second win over the first. */
export const mergeFields = (first: Fields, second: Fields): Fields => {
  if (first.size === 0) return second;
  return second.size === 0 ? first : new Map([...first, ...second]);
};
