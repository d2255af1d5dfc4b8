import { describe, expect, it } from 'vitest';
import type { FoundAccess } from '../access/find-access.ts';
import { problem, startStub } from '../testing/stub-server.ts';
import { renewKey } from './renew-key.ts';

const server = (key: string) =>
  startStub({
    'GET /x': ({ headers }) =>
      headers.authorization === `Bearer ${key}` ? { json: {} } : problem(401, 'not_signed_in', 'Nie.'),
  });

describe('a key that a restarted server no longer knows', () => {
  it.each([
    ['is read again from the local file', 'local', 'new', 200],
    ['stays refused when the file has no other', 'local', 'old', 401],
    ['is not replaced for a server chosen by the environment', 'environment', 'new', 401],
  ] as const)('%s', async (_, from, inFile, status) => {
    await using stub = await server('new');
    const access: FoundAccess = { url: stub.url, key: 'old', from, path: from === 'local' ? 'p' : null };
    const renewing = renewKey(access, fetch, async () => ({ url: stub.url, key: inFile }));
    const headers = { authorization: 'Bearer old' };
    expect((await renewing(`${stub.url}/x`, { headers })).status).toBe(status);
    // the next request knows already
    const before = stub.requests.length;
    expect((await renewing(`${stub.url}/x`, { headers })).status).toBe(status);
    expect(stub.requests).toHaveLength(before + 1);
  });

  it('is never sent to another address', async () => {
    await using stub = await server('new');
    const access: FoundAccess = { url: stub.url, key: 'old', from: 'local', path: 'p' };
    const renewing = renewKey(access, fetch, async () => ({ url: 'http://127.0.0.1:1', key: 'new' }));
    expect((await renewing(`${stub.url}/x`)).status).toBe(401);
  });
});
