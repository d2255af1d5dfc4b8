import { readFile } from 'node:fs/promises';
import type { Handler, Route } from '../http/call.ts';
import { isRecord } from '../http/fields.ts';
import { json } from '../http/reply.ts';
import { describeRoutes } from './document.ts';

/** Beside the sources, and beside what is made of them for the package. */
const MANIFEST = new URL('../../package.json', import.meta.url);

/** Version of this package. */
export const readVersion = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(await readFile(MANIFEST, 'utf8'));
  return isRecord(manifest) ? String(manifest['version']) : '';
};

/** `GET /_emulator/openapi.json`; the routes are asked for late, for this one is among them. */
export const serveDocument =
  (routes: () => readonly Route[]): Handler =>
  async () =>
    json(200, describeRoutes(routes(), await readVersion()));
