import { refuse, type Outcome } from '../domain/refusal.ts';
import type { Handset, HandsetReplied, HandsetState } from '../domain/handset.ts';
import type { Deps } from './deps.ts';
import { answerOf, openHandsets } from './open-handsets.ts';

type HandsetDeps = Pick<Deps, 'db' | 'vault' | 'providers'>;

interface OneHandset {
  readonly companyId: number;
  readonly phone: string;
}

/** As far back as the message is looked for that a reply answers. */
const LOOKED_AT = 50;

/** The owner of a handset replies to whoever wrote last. A phone that is away sends nothing. */
export async function replyFromHandset(
  deps: HandsetDeps,
  { companyId, phone, text }: OneHandset & { readonly text: string },
): Promise<Outcome<HandsetReplied>> {
  const handsets = await openHandsets(deps, companyId);
  if (!handsets.ok) return handsets;
  const read = answerOf(await handsets.value.read(phone, { before: null, limit: LOOKED_AT }));
  if (!read.ok) return read;
  if (read.value.state !== 'on') return refuse('handset_away');
  const answered = read.value.entries.find((entry) => entry.kind === 'message' && entry.landedAt !== null);
  return answerOf(await handsets.value.reply(phone, text, answered?.id ?? null));
}

/** Somebody switches a handset off or on, or carries it out of coverage. */
export async function setHandsetState(
  deps: HandsetDeps,
  { companyId, phone, state }: OneHandset & { readonly state: HandsetState },
): Promise<Outcome<Handset>> {
  const handsets = await openHandsets(deps, companyId);
  return handsets.ok ? answerOf(await handsets.value.setState(phone, state)) : handsets;
}

/** Somebody has looked at the screen of a handset. */
export async function markHandsetRead(deps: HandsetDeps, { companyId, phone }: OneHandset): Promise<Outcome<Handset>> {
  const handsets = await openHandsets(deps, companyId);
  return handsets.ok ? answerOf(await handsets.value.markRead(phone)) : handsets;
}
