import type { Core } from '../core.ts';
import type { Call, Handler } from '../http/call.ts';
import { filledText, integerOf, textOf, type Fields } from '../http/fields.ts';
import { fileOf } from '../http/multipart.ts';
import { collection, empty, invalidData, json, notFound, problem, type Reply } from '../http/reply.ts';
import { isLinkTarget } from '../send/macros.ts';
import { kept } from '../state/resources.ts';
import { DEFAULT_DOMAIN, drawCode } from './draw.ts';
import { freshLink } from './keep.ts';
import { showLink } from './show.ts';
import type { ShortLink } from './shapes.ts';

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['seconds', 1_000],
  ['minutes', 60_000],
  ['hours', 3_600_000],
  ['days', 86_400_000],
]);
const LONGEST_NAME = 64;

/** The switch closes all of `/short_url` together with the macro: 503 names the service (OAS), 403 is our guess. */
export const whenLinksAreOn =
  (handler: Handler): Handler =>
  (core, call) => {
    const state = core.settings().switches.shortLinks;
    if (state === 'on') return handler(core, call);
    return state === 'down'
      ? json(503, { message: 'Service unavailable', service: 'short_url' })
      : problem(403, 'access_forbidden', 'Short links are not available on this account');
  };

const MOMENT_WRONG = 'wrong';

/** `expire_time` counts from now, in seconds unless `expire_unit` says otherwise (OAS); null without it. */
const expiryIn = (fields: Fields, now: number): number | null | typeof MOMENT_WRONG => {
  const time = integerOf(fields, 'expire_time');
  const unitMs = UNIT_MS.get(filledText(fields, 'expire_unit') ?? 'seconds');
  if (time === null) return null;
  return unitMs === undefined || Number.isNaN(time) || time < 1 ? MOMENT_WRONG : now + time * unitMs;
};

const wrongExpiry = (fields: Fields): Reply =>
  invalidData('expire_time', 'At least 1, in seconds, minutes, hours or days', textOf(fields, 'expire_time'));

/** What stands behind a slash of an address, so it must not end the path itself. */
const isName = (name: string): boolean => name.length <= LONGEST_NAME && !/^\.|[/?#]/.test(name);

const nameTaken = (): Reply => problem(409, 'name_already_exists', 'Named link already exists');

/** What is wrong with a new name or address of a link; null when nothing is. */
const faultOf = ({ store }: Core, name: string | null, url: string | null, own?: ShortLink): Reply | null => {
  if (name !== null && !isName(name)) return invalidData('name', 'Invalid name', name);
  if (url !== null && !isLinkTarget(url)) return invalidData('url', 'Invalid URL', url);
  const holder = name === null ? undefined : store.resources.linkCodes.get(name);
  return holder !== undefined && holder.id !== own?.name ? nameTaken() : null;
};

const find = ({ store }: Core, { params }: Call): ShortLink | undefined =>
  store.resources.shortLinks.get(params['id'] ?? '');

export const listLinks: Handler = whenLinksAreOn(({ store }) =>
  collection([...store.resources.shortLinks.values()].map(showLink)),
);

export const getLink: Handler = whenLinksAreOn((core, call) => {
  const link = find(core, call);
  return link === undefined ? notFound() : json(200, showLink(link));
});

/** `POST /short_url/links`: an address, or a file that came along; named, or with a drawn name. */
export const createLink: Handler = whenLinksAreOn(async (core, { fields }) => {
  const { store, clock, seed } = core;
  const url = filledText(fields, 'url');
  const file = fileOf(fields, 'file');
  const given = filledText(fields, 'name');
  const expiresAt = expiryIn(fields, clock.now());
  if (url === null && file === null) return invalidData('url', 'Invalid URL', url);
  if (expiresAt === MOMENT_WRONG) return wrongExpiry(fields);
  const fault = faultOf(core, given, url);
  if (fault !== null) return fault;

  const sequence = store.sequence + 1;
  const name = given ?? drawCode(seed, `own ${sequence}`, (code) => store.resources.linkCodes.has(code));
  const link = freshLink({
    id: String(sequence),
    name,
    domain: DEFAULT_DOMAIN,
    url: file === null ? url : null,
    filename: file?.filename ?? null,
    description: textOf(fields, 'description') ?? '',
    expiresAt,
    createdAt: clock.now(),
  });
  const code = { id: name, linkId: link.id, message: null };
  await core.record(kept('shortLinks', [link], sequence), kept('linkCodes', [code], sequence));
  return json(201, showLink(link));
});

/** `PUT /short_url/links/{id}`: what is named is changed. */
export const updateLink: Handler = whenLinksAreOn(async (core, call) => {
  const { fields } = call;
  const { store } = core;
  const link = find(core, call);
  if (link === undefined) return notFound();
  const given = filledText(fields, 'name');
  const expiresAt = expiryIn(fields, core.clock.now());
  if (expiresAt === MOMENT_WRONG) return wrongExpiry(fields);
  const fault = faultOf(core, given, filledText(fields, 'url'), link);
  if (fault !== null) return fault;

  const name = given ?? link.name;
  const changed: ShortLink = {
    ...link,
    name,
    url: filledText(fields, 'url') ?? link.url,
    description: textOf(fields, 'description') ?? link.description,
    expiresAt: expiresAt ?? link.expiresAt,
  };
  const code = { id: name, linkId: link.id, message: null };
  const moved = name === link.name ? [] : [link.name];
  await core.record(
    kept('shortLinks', [changed], store.sequence),
    { type: 'dropped', kind: 'linkCodes', ids: moved },
    kept('linkCodes', [code], store.sequence),
  );
  return json(200, showLink(changed));
});

/** The link, its name and all personal paths to it are gone; what was clicked stays. */
export const deleteLink: Handler = whenLinksAreOn(async (core, call) => {
  const link = find(core, call);
  if (link === undefined) return notFound();
  const codes = [...core.store.resources.linkCodes.values()].filter(({ linkId }) => linkId === link.id);
  await core.record(
    { type: 'dropped', kind: 'shortLinks', ids: [link.id] },
    { type: 'dropped', kind: 'linkCodes', ids: codes.map(({ id }) => id) },
  );
  return empty(204);
});
