import type { SearchedText } from '../db/searched-text.ts';
import { fold } from '../domain/text-keys.ts';

/** What was typed into a search by name or number; nothing when nothing was. */
export function searched(q: string | undefined): SearchedText | undefined {
  return q === undefined || q === '' ? undefined : { digits: q.replaceAll(/\D/g, ''), folded: fold(q) };
}
