/** How long a way in stays open (ASVS 7.3). */
export const access = {
  /** The link of the very first start: it may be read in a log a day later. */
  firstLinkMs: 24 * 3_600_000,
  laterLinkMs: 15 * 60_000,
  sessionMs: 30 * 24 * 3_600_000,
  idleMs: 7 * 24 * 3_600_000,
  /** Last-used marks are written at most this often. */
  touchMs: 60_000,
} as const;

/** `goniec_<8 letters and digits>` finds the key, the rest proves it. */
const KEY = /^(goniec_[a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;

/** The two parts of an API key, or null for a text that is none. */
export function parseApiKey(text: string): { readonly prefix: string; readonly secret: string } | null {
  const [, prefix, secret] = KEY.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, secret };
}

/** Whether a mark of last use is old enough to be renewed. */
export function isStale(lastAt: Date | null, now: Date): boolean {
  return lastAt === null || now.getTime() - lastAt.getTime() >= access.touchMs;
}
