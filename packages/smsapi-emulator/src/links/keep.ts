import type { SendContext } from '../send/acceptance.ts';
import type { Accepted, Event } from '../state/events.ts';
import { kept } from '../state/resources.ts';
import { drawCode, type DrawnLink } from './draw.ts';
import type { LinkCode, LinkedMessage, ShortLink } from './shapes.ts';

/** Counts are zero and nothing expires until somebody says so. */
export const freshLink = (
  link: Pick<ShortLink, 'id' | 'name' | 'domain' | 'url' | 'createdAt'> & Partial<ShortLink>,
): ShortLink => ({ filename: null, description: '', expiresAt: null, hits: 0, hitsUnique: 0, ...link });

/**
 * What the short addresses in the texts of one request leave behind: a link for each address they lead to, and a path
 * for each recipient.
 */
export const linkEvents = (drawn: readonly DrawnLink[], accepted: Accepted, context: SendContext): readonly Event[] => {
  if (drawn.length === 0) return [];
  const { store, seed, now } = context;
  const taken = new Set(drawn.map(({ code }) => code));
  const isTaken = (code: string): boolean => taken.has(code) || store.resources.linkCodes.has(code);
  const links = new Map<string, ShortLink>();
  const codes: LinkCode[] = [];
  let { sequence } = accepted;

  const linkFor = (domain: string, url: string): ShortLink => {
    const known = links.get(`${domain} ${url}`);
    if (known !== undefined) return known;
    sequence += 1;
    const name = drawCode(seed, `own ${sequence}`, isTaken);
    taken.add(name);
    const link = freshLink({ id: String(sequence), name, domain, url, createdAt: now });
    links.set(`${domain} ${url}`, link);
    codes.push({ id: name, linkId: link.id, message: null });
    return link;
  };

  for (const { code, domain, target, nth } of drawn) {
    const { id: linkId } = linkFor(domain, target);
    codes.push({ id: code, linkId, message: messageAt(accepted, nth) });
  }
  return [kept('shortLinks', [...links.values()], sequence), kept('linkCodes', codes, sequence)];
};

const messageAt = ({ items }: Accepted, nth: number): LinkedMessage | null => {
  const item = items[nth];
  if (item === undefined) return null;
  const [id, number, , idx] = item;
  return { id, number, idx };
};
