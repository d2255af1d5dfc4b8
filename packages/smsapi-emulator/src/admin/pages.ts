import { readFile } from 'node:fs/promises';
import type { Handler } from '../http/call.ts';
import { empty, notFound, type Reply } from '../http/reply.ts';

/** Beside the sources, and beside what is made of them for the package. */
const FOLDER = new URL('../../pages/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/** One word in lower case, an ending we serve: no path leads out of the folder. */
const NAME = /^[a-z][a-z0-9-]*\.(html|css|js|svg)$/;

/** Nothing from elsewhere, nothing inline, no frame around it. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

const known = new Map<string, Promise<Reply>>();

const load = async (place: string, type: string): Promise<Reply> => ({
  status: 200,
  contentType: type,
  body: await readFile(new URL(place, FOLDER), 'utf8'),
  headers: HEADERS,
});

/** Read once, then kept. */
const serve = async (place: string, ending: string): Promise<Reply> => {
  const found = known.get(place) ?? load(place, TYPES[ending] ?? '');
  known.set(place, found);
  try {
    return await found;
  } catch {
    known.delete(place);
    return notFound();
  }
};

export const getPage: Handler = () => serve('index.html', 'html');

/** `pages/app.css` and `pages/phones/list.js`. */
export const getPageFile: Handler = (_, { params }) => {
  const { folder = '', file = '' } = params;
  const ending = NAME.exec(file)?.[1];
  const isFolder = folder === '' || /^[a-z]+$/.test(folder);
  return ending === undefined || !isFolder ? notFound() : serve(folder === '' ? file : `${folder}/${file}`, ending);
};

/** `/` means nothing to SMSAPI; a person who opens it wants the page. */
export const getRoot: Handler = (_, { accept }) =>
  accept.includes('text/html') ? { ...empty(302), headers: { location: '/_emulator/' } } : notFound();
