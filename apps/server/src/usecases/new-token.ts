import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, 43 characters that survive a URL and a double click. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a token. A plain hash is enough for 256 random bits (nothing to guess), and it makes a stolen database open
 * no door.
 */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that does not tell how much was right. */
export function isTokenOf(hash: Buffer, token: string): boolean {
  const given = hashOf(token);
  return hash.length === given.length && timingSafeEqual(hash, given);
}
