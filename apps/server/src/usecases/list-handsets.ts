import { listMatchingNumbers } from '../db/contractors.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { HandsetList } from '../domain/handset.ts';
import type { Deps } from './deps.ts';
import { answerOf, openHandsets } from './open-handsets.ts';

/** As many numbers of a name as are handed to the emulator: a longer list would not be looked through either. */
const NUMBERS = 500;

/** The handsets that fit what was typed: by number and text the emulator knows them, by contractor only the directory. */
export async function listHandsets(
  deps: Pick<Deps, 'db' | 'vault' | 'providers'>,
  { companyId, q, limit }: { readonly companyId: number; readonly q: string; readonly limit: number },
): Promise<Outcome<HandsetList>> {
  const handsets = await openHandsets(deps, companyId);
  if (!handsets.ok) return handsets;
  const phones = q === '' ? [] : await listMatchingNumbers(deps.db, companyId, { q }, NUMBERS);
  return answerOf(await handsets.value.list({ search: q, phones, limit }));
}
