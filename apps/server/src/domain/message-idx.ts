/**
 * Our reference of a message at the gateway: `g<epoch>-<id in base 36>`. The gateway refuses an idx it has seen, so the
 * same message can be asked for again without being sent twice; the epoch keeps a restored or cloned database from
 * meeting references that another life of it has used (design section 4, dossier 2.4).
 * @example idxOf(3, 46655) // 'g3-zzz'
 */
export function idxOf(epoch: number, messageId: number): string {
  return `g${epoch}-${messageId.toString(36)}`;
}

const FORM = /^g(\d{1,10})-([0-9a-z]{1,11})$/;

/** The epoch and message an idx stands for, or null when it is not one of ours. */
export function parseIdx(idx: string): { readonly epoch: number; readonly messageId: number } | null {
  const found = FORM.exec(idx);
  if (!found?.[1] || !found[2]) return null;
  const messageId = Number.parseInt(found[2], 36);
  return Number.isSafeInteger(messageId) ? { epoch: Number(found[1]), messageId } : null;
}
