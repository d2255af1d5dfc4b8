import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { version } from '../version.ts';
import { apiDocument } from './docs.ts';

let server: TestHttp;
beforeAll(async () => {
  server = await createTestHttp();
});
afterAll(() => server.close());

const policyOf = async (path: string) => String((await server.call('GET', path)).headers['content-security-policy']);

describe('the API document', () => {
  it('equals the committed copy (after a wanted change: npx vitest run -u docs)', async () => {
    const text = `${JSON.stringify(apiDocument(version), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../openapi.json');
  });

  it('is served to everybody, also to tools on other sites', async () => {
    const answer = await server.call('GET', '/api/openapi.json');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.json()).toMatchObject({ openapi: '3.1.1', info: { title: 'Goniec API' } });
  });
});

describe('the reference page', () => {
  it('comes from this server alone', async () => {
    const page = await server.call('GET', '/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    const addresses = page.body.match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g);
    expect(addresses).toBeNull();
    expect(page.body).toContain('/api/openapi.json');
    const script = await server.call('GET', '/api/docs/js/scalar.js');
    expect(script.statusCode).toBe(200);
  });

  it('relaxes the policy for scripts there and nowhere else', async () => {
    expect(await policyOf('/api/docs/')).toContain("script-src 'self' 'unsafe-inline'");
    expect(await policyOf('/api/docs/')).toContain("connect-src 'self'");
    // Every other page has the policy of web.ts, tested there; the API itself has no page at all.
    expect(await policyOf('/api/openapi.json')).not.toContain('unsafe');
  });
});
