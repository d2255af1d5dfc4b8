import { showMoment } from '../contacts/show.ts';
import type { LinkClick, ShortLink } from './shapes.ts';

/** What the vendor's fixtures show for links without an end; clients read a moment here. */
const NEVER = '2037-12-02T15:14:36Z';

/** The path under which this emulator itself serves a short address. */
const OWN_PREFIX = '/l/';

export const ownPathOf = (code: string): string => `${OWN_PREFIX}${encodeURIComponent(code)}`;

export const shortUrlOf = ({ domain, name }: Pick<ShortLink, 'domain' | 'name'>): string =>
  `http://${domain}/${encodeURIComponent(name)}`;

export const showLink = (link: ShortLink): Readonly<Record<string, unknown>> => ({
  id: link.id,
  name: link.name,
  url: link.url,
  short_url: shortUrlOf(link),
  filename: link.filename,
  type: link.url === null ? 'FILE' : 'URL',
  expire: link.expiresAt === null ? NEVER : showMoment(link.expiresAt),
  hits: link.hits,
  hits_unique: link.hitsUnique,
  description: link.description,
});

/** A click on a link that was deleted since keeps the path it came by. */
export const showClick = (click: LinkClick, link: ShortLink | undefined): Readonly<Record<string, unknown>> => ({
  idz_do_id: click.linkId,
  phone_number: click.message?.number ?? '',
  date_hit: showMoment(click.at),
  name: link?.name ?? click.code,
  short_url: link === undefined ? '' : shortUrlOf(link),
  suffix: click.code,
  os: click.os,
  browser: click.browser,
  device: click.device,
  message: {
    id: click.message?.id ?? null,
    idx: click.message?.idx ?? null,
    recipient: click.message?.number ?? null,
  },
});

/** What the `short_url` callback is told (E: no source names its fields; the words are those of `/short_url/clicks`). */
export const clickFields = (click: LinkClick, link: ShortLink, username: string): Readonly<Record<string, string>> => ({
  id: link.id,
  name: link.name,
  short_url: shortUrlOf(link),
  suffix: click.code,
  url: link.url ?? '',
  date_hit: String(Math.floor(click.at / 1_000)),
  phone_number: click.message?.number ?? '',
  MsgId: click.message?.id ?? '',
  idx: click.message?.idx ?? '',
  os: click.os,
  browser: click.browser,
  device: click.device,
  username,
});
