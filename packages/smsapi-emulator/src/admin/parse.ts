import type { Fields } from '../http/fields.ts';

/** A number the admin endpoint was given, as JSON or as a text; null means: not understood. */
export const numberIn = (fields: Fields, name: string): number | null => {
  const value = fields.get(name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};
