import { fingerprint } from './random.ts';

/**
 * Message ids. Decimal ones lie far beyond 2^53 and follow each other, so a client that turns them into
 * a JavaScript number sees neighbours collide at once; 24 hexadecimal digits are the other known shape (dossier 2.5).
 */
export const messageId = (format: 'decimal' | 'hex', seed: number, sequence: number): string => {
  const mark = fingerprint('message-id', seed);
  return format === 'decimal'
    ? `${1_000 + (mark % 8_999)}${String(sequence).padStart(15, '0')}`
    : mark.toString(16).padStart(8, '0').toUpperCase() + sequence.toString(16).padStart(16, '0').toUpperCase();
};

/** Ids of REST resources: 24 lower-case hexadecimal digits (dossier 7.5). */
export const resourceId = (kind: string, seed: number, sequence: number): string =>
  fingerprint(kind, seed).toString(16).padStart(8, '0') + sequence.toString(16).padStart(16, '0');

export const looksLikeMessageId = (id: string): boolean => /^(\d{15,20}|[0-9a-f]{24})$/i.test(id);

/** The sequence number an id was made of; null when it has not the shape of one. */
export const sequenceOf = (id: string): number | null => {
  if (/^\d{19}$/.test(id)) return Number(id.slice(4));
  return /^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(8), 16) : null;
};
