import { callbackUrl } from '../account.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { html, type Reply } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import type { Notice } from '../reports/notices.ts';
import { kept } from '../state/resources.ts';
import { clickFields } from './show.ts';
import type { LinkClick, LinkCode, ShortLink } from './shapes.ts';
import { visitorOf } from './visitor.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One sentence in both languages; whoever opens a link has not chosen one. */
const sentencePage = (status: number, polish: string, english: string): Reply => ({
  ...html(
    status,
    `<!doctype html><html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${polish}</title></head><body style="font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem">` +
      `<h1 style="font-size:1.4rem">${polish}</h1><p lang="en">${english}</p></body></html>`,
  ),
  headers: { 'cache-control': 'no-store' },
});

const noSuchLink = (): Reply => sentencePage(404, 'Nie ma takiego linku.', 'There is no such link.');
const expired = (): Reply => sentencePage(410, 'Ten link wygasł.', 'This link has expired.');
const filePage = (filename: string): Reply =>
  sentencePage(
    200,
    `Tu byłby plik ${escapeHtml(filename)}.`,
    'The real service shows the uploaded file here; the emulator keeps its name only.',
  );

const redirect = (target: string): Reply => ({
  status: 302,
  contentType: null,
  body: '',
  headers: { location: /^https?:\/\//i.test(target) ? target : `http://${target}`, 'cache-control': 'no-store' },
});

const pageOf = ({ url, filename }: ShortLink): Reply => (url === null ? filePage(filename ?? '') : redirect(url));

interface Opened {
  readonly link: ShortLink;
  readonly code: LinkCode;
}

/** What stands behind a path, or the page that says why there is nothing. */
const open = ({ store, clock }: Core, path: string): Opened | Reply => {
  const code = store.resources.linkCodes.get(path);
  const link = code === undefined ? undefined : store.resources.shortLinks.get(code.linkId);
  if (code === undefined || link === undefined) return noSuchLink();
  return link.expiresAt !== null && link.expiresAt <= clock.now() ? expired() : { link, code };
};

/** A personal path is one person's, a link's own name belongs to whoever says the same of his device. */
const isNewVisitor = ({ store }: Core, click: LinkClick): boolean =>
  ![...store.resources.clicks.values()].some(
    ({ code, os, browser, device }) =>
      code === click.code &&
      (click.message !== null || (os === click.os && browser === click.browser && device === click.device)),
  );

const count = async (core: Core, { link, code }: Opened, userAgent: string): Promise<void> => {
  const { store, clock, seed } = core;
  const sequence = store.sequence + 1;
  const id = resourceId('click', seed, sequence);
  const at = clock.now();
  const click: LinkClick = { id, linkId: link.id, code: code.id, at, ...visitorOf(userAgent), message: code.message };
  const counted: ShortLink = {
    ...link,
    hits: link.hits + 1,
    hitsUnique: link.hitsUnique + (isNewVisitor(core, click) ? 1 : 0),
  };
  const url = callbackUrl(store.account, 'short_url');
  const { number = '', idx = null } = click.message ?? {};
  const query = clickFields(click, counted, store.account.username);
  const notices: readonly Notice[] = url === null ? [] : [{ id, url, dueAt: at, query, number, idx }];
  await core.record(
    kept('clicks', [click], sequence),
    kept('shortLinks', [counted], sequence),
    ...(notices.length > 0 ? [kept('notices', notices, sequence)] : []),
  );
  core.notices.start(notices.map((notice) => notice.id));
};

/** `GET /l/{code}`: what the real service serves at `idz.do/{code}`. Counts, tells the callback, leads on. */
export const openLink: Handler = async (core, { params, userAgent }) => {
  const opened = open(core, params['code'] ?? '');
  if (!('link' in opened)) return opened;
  await count(core, opened, userAgent);
  return pageOf(opened.link);
};

/** A messenger that asks for a preview is nobody's click. */
export const previewLink: Handler = (core, { params }) => {
  const opened = open(core, params['code'] ?? '');
  return { ...('link' in opened ? pageOf(opened.link) : opened), body: '' };
};
