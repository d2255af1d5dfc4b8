import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { firstSignInLink } from '../usecases/create-sign-in-link.ts';
import { serveWeb } from './web.ts';

const folder = mkdtempSync(join(tmpdir(), 'goniec-web-'));
let app: FastifyInstance;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="pl"></html>');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}');
  app = fastify();
  await serveWeb(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string) => app.inject({ url });

describe('the built web application', () => {
  it.each(['/', '/zaloguj?token=abc', '/pierwsze-kroki', '/firma/1/kontrahenci?q=Nowak', '/firma/1/wysylki/12'])(
    '%s is the one page, never kept by a cache',
    async (url) => {
      const page = await get(url);
      expect([page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
    },
  );

  it('lets scripts come from its own files only, and nobody frame it', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('keeps files with a hash in their names for a year', async () => {
    const { headers } = await get('/assets/index-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('answers 404 for a file or an address that is not there, not with the page', async () => {
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
    expect((await get('/wp-admin')).statusCode).toBe(404);
  });

  it('says what to do when nothing was built', async () => {
    const bare = fastify();
    await serveWeb(bare, join(folder, 'nothing'));
    const answer = await bare.inject({ url: '/' });
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('npm run build')]);
    await bare.close();
  });
});

describe('a sign-in link', () => {
  let server: TestHttp;
  beforeAll(async () => {
    server = await createTestHttp();
  });
  afterAll(() => server.close());

  it('is not used up by opening it, however often: scanners and previews open links too', async () => {
    const url = new URL((await firstSignInLink(server.deps)) ?? '');
    for (const method of ['GET', 'HEAD', 'GET'] as const) await server.call(method, `${url.pathname}${url.search}`);
    const token = url.searchParams.get('token');
    expect((await server.call('POST', '/api/v1/session', { body: { token } })).statusCode).toBe(201);
  });

  it('tells no other site where one was', async () => {
    const { headers } = await server.call('GET', '/zaloguj?token=tajne');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  });
});
