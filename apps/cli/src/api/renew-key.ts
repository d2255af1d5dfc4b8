import { type Access, isSameServer, readAccess } from '../access/access.ts';
import type { FoundAccess } from '../access/find-access.ts';

/**
 * A fetch that survives a restart of the server on this computer: it writes a new key at every start, so a key that is
 * refused is read again, once per request. A refused key means that nothing was done, so repeating is safe.
 */
export function renewKey(access: FoundAccess, base: typeof fetch, read: typeof readAccess = readAccess): typeof fetch {
  const { from, path } = access;
  if (from !== 'local' || path === null) return base;
  let current: Access = access;
  const ask = (input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${current.key}`);
    return base(input, { ...init, headers });
  };
  return async (input, init) => {
    const answer = await ask(input, init);
    if (answer.status !== 401) return answer;
    const fresh = await read(path);
    if (!fresh || fresh.key === current.key || !isSameServer(fresh.url, current.url)) return answer;
    await answer.body?.cancel();
    current = fresh;
    return ask(input, init);
  };
}
