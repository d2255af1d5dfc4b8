import { listCampaignsByIdx } from '../db/messages.ts';
import { parseIdx } from '../domain/message-idx.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { HandsetConversation } from '../domain/handset.ts';
import type { Deps } from './deps.ts';
import { answerOf, openHandsets } from './open-handsets.ts';

export interface HandsetRead {
  readonly handset: HandsetConversation;
  /** The campaigns of its messages by their idx, as far as they are ours. */
  readonly campaigns: ReadonlyMap<string, { readonly id: number; readonly subject: string }>;
}

/** A handset, what is on it, and which campaigns it came from. */
export async function readHandset(
  deps: Pick<Deps, 'db' | 'vault' | 'providers'>,
  of: {
    readonly companyId: number;
    readonly phone: string;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<Outcome<HandsetRead>> {
  const { companyId, phone, before, limit } = of;
  const handsets = await openHandsets(deps, companyId);
  if (!handsets.ok) return handsets;
  const read = answerOf(await handsets.value.read(phone, { before, limit }));
  if (!read.ok) return read;
  const references = read.value.entries.flatMap((entry) => {
    const idx = entry.kind === 'message' ? entry.idx : null;
    const named = idx === null ? null : parseIdx(idx);
    return idx === null || named === null ? [] : [{ idx, messageId: named.messageId, epoch: named.epoch }];
  });
  return done({ handset: read.value, campaigns: await listCampaignsByIdx(deps.db, { companyId, phone }, references) });
}
