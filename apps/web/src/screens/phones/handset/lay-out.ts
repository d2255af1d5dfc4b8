import type { EntryView, MessageEntryView, ReplyEntryView } from '../phones-queries.ts';

/** A line of the conversation as it is read: days between, and who writes about what where that changes. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'message'; readonly key: string; readonly entry: MessageEntryView; readonly isHeaded: boolean }
  | { readonly kind: 'reply'; readonly key: string; readonly entry: ReplyEntryView };

/** @param newestFirst as the API gives them @param dayOf the day a moment belongs to, where the reader is */
export function layOut(newestFirst: readonly EntryView[], dayOf: (time: string) => string): readonly Line[] {
  const lines: Line[] = [];
  let day = '';
  let topic = '';
  for (const entry of newestFirst.toReversed()) {
    if (dayOf(entry.at) !== day) {
      day = dayOf(entry.at);
      topic = '';
      lines.push({ kind: 'day', key: day, at: entry.at });
    }
    if (entry.kind === 'reply') {
      lines.push({ kind: 'reply', key: entry.id, entry });
      continue;
    }
    const about = `${entry.sender} ${entry.campaign?.id ?? ''}`;
    lines.push({ kind: 'message', key: entry.id, entry, isHeaded: about !== topic });
    topic = about;
  }
  return lines;
}
