import type { FastifyInstance, InjectOptions } from 'fastify';

/** `fetch` that goes straight into the application: no port, no network. */
export function injectFetch(http: FastifyInstance): typeof fetch {
  return async (input, init) => {
    const request = new Request(input instanceof URL ? input.href : input, init);
    const payload = Buffer.from(await request.arrayBuffer());
    const url = new URL(request.url);
    const injected: InjectOptions = {
      method: request.method,
      url: `${url.pathname}${url.search}`,
      headers: Object.fromEntries(request.headers),
      ...(payload.length > 0 ? { payload } : {}),
    };
    const answer = await http.inject(injected);
    const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    return new Response(answer.statusCode === 204 ? null : answer.rawPayload, { status: answer.statusCode, headers });
  };
}
