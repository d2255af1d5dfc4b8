import type { Handler } from '../http/call.ts';
import { filledText, integerOf } from '../http/fields.ts';
import { json } from '../http/reply.ts';
import { ownPathOf, shortUrlOf, showLink } from '../links/show.ts';
import type { LinkCode, ShortLink } from '../links/shapes.ts';
import { toPoints } from '../points.ts';
import type { Store } from '../state/store.ts';

const DEFAULT_LIMIT = 100;

const limitOf = (value: number | null): number => (value === null || Number.isNaN(value) ? DEFAULT_LIMIT : value);

const showCode = ({ id, message }: LinkCode, { domain }: ShortLink): Readonly<Record<string, unknown>> => ({
  address: shortUrlOf({ domain, name: id }),
  path: ownPathOf(id),
  number: message?.number ?? null,
  messageId: message?.id ?? null,
});

const codesByLink = ({ resources }: Readonly<Store>): ReadonlyMap<string, readonly LinkCode[]> => {
  const codes = new Map<string, LinkCode[]>();
  for (const code of resources.linkCodes.values()) {
    const siblings = codes.get(code.linkId);
    if (siblings === undefined) codes.set(code.linkId, [code]);
    else siblings.push(code);
  }
  return codes;
};

/** Short links with every address that leads to them, and the path under which this emulator serves each. */
export const getLinks: Handler = ({ store }, { fields }) => {
  const codes = codesByLink(store);
  const links = [...store.resources.shortLinks.values()].slice(-limitOf(integerOf(fields, 'limit')));
  return json(200, {
    total: store.resources.shortLinks.size,
    links: links.map((link) => ({
      ...showLink(link),
      addresses: (codes.get(link.id) ?? []).map((code) => showCode(code, link)),
    })),
  });
};

/** Numbers that were looked up, and what was or will be found. */
export const getLookups: Handler = ({ store, clock }, { fields }) => {
  const number = filledText(fields, 'number');
  const lookups = [...store.resources.lookups.values()].filter((one) => number === null || one.number === number);
  return json(200, {
    total: lookups.length,
    lookups: lookups.slice(-limitOf(integerOf(fields, 'limit'))).map((lookup) => ({
      id: lookup.id,
      number: lookup.number,
      idx: lookup.idx,
      points: toPoints(lookup.price),
      at: lookup.at,
      status: lookup.foundAt <= clock.now() ? lookup.status : 'in_progress',
    })),
  });
};
