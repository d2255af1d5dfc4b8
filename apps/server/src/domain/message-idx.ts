/**
 * Our reference of a message at the gateway: `g<epoch>-<id in base 36>`, and `-<generation>` once a person had it sent again
 * (ADR 0009). The gateway refuses an idx it has seen, so the same message can be asked for again without being sent twice; the
 * epoch keeps a restored or cloned database from meeting references that another life of it has used (design section 4,
 * dossier 2.4).
 * @example idxOf(3, 46655) // 'g3-zzz'
 * @example idxOf(3, 46655, 1) // 'g3-zzz-1'
 */
export function idxOf(epoch: number, messageId: number, generation = 0): string {
  const idx = `g${epoch}-${messageId.toString(36)}`;
  return generation === 0 ? idx : `${idx}-${generation}`;
}

const FORM = /^g(\d{1,10})-([0-9a-z]{1,11})(?:-([1-9]\d{0,3}))?$/;

/** The epoch, message and generation an idx stands for, or null when it is not one of ours. */
export function parseIdx(
  idx: string,
): { readonly epoch: number; readonly messageId: number; readonly generation: number } | null {
  const found = FORM.exec(idx);
  if (!found?.[1] || !found[2]) return null;
  const messageId = Number.parseInt(found[2], 36);
  if (!Number.isSafeInteger(messageId)) return null;
  return { epoch: Number(found[1]), messageId, generation: Number(found[3] ?? 0) };
}

/**
 * The first and the last idx of one attempt: what its log lines and the gateway's log have in common.
 * @example idxRange(3, [{ id: 1, generation: 0 }, { id: 35, generation: 0 }]) // { firstIdx: 'g3-1', lastIdx: 'g3-z' }
 */
export function idxRange(
  epoch: number,
  messages: readonly { readonly id: number; readonly generation: number }[],
): { readonly firstIdx: string; readonly lastIdx: string } | null {
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) return null;
  return { firstIdx: idxOf(epoch, first.id, first.generation), lastIdx: idxOf(epoch, last.id, last.generation) };
}
