import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { firstSignInLink } from '../usecases/create-sign-in-link.ts';

let server: TestHttp;
beforeAll(async () => {
  server = await createTestHttp();
});
afterAll(() => server.close());

describe('the pages', () => {
  it.each(['/', '/zaloguj'])('%s is Polish, has one heading, and loads nothing from elsewhere', async (path) => {
    const page = await server.call('GET', path);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<html lang="pl">');
    expect(page.body.match(/<h1/g)).toHaveLength(1);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|\sstyle="|\son\w+="/);
  });

  it('are all there: every file a page names is served', async () => {
    for (const path of ['/', '/zaloguj']) {
      const { body } = await server.call('GET', path);
      const names = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        const { statusCode } = await server.call('GET', name);
        expect([name, statusCode < 400]).toEqual([name, true]);
      }
    }
  });

  it('tell no other site where one was, and let no browser guess types', async () => {
    const { headers } = await server.call('GET', '/zaloguj?token=tajne');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'");
  });
});

describe('a sign-in link', () => {
  it('is not used up by opening it, however often: scanners and previews open links too', async () => {
    const url = new URL((await firstSignInLink(server.deps)) ?? '');
    for (const method of ['GET', 'HEAD', 'GET'] as const)
      expect((await server.call(method, `${url.pathname}${url.search}`)).statusCode).toBe(200);
    const token = url.searchParams.get('token');
    expect((await server.call('POST', '/api/v1/session', { body: { token } })).statusCode).toBe(201);
  });
});
