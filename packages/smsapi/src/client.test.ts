import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { deadPort, json, listen, listenOnFreePort } from '../test/listener.ts';
import { createSmsapi } from './client.ts';
import type { Smsapi } from './client.ts';
import type { SendRequest } from './send-request.ts';

const token = 'sEcReT0123456789abcdefghijKLMNOPqrstuvWX';
const request: SendRequest = {
  recipients: [{ number: '+48500100201', idx: 'g1-a' }],
  message: 'Zażółć gęślą jaźń & 100% €',
  checkIdx: true,
};
const accepted = {
  count: 1,
  list: [
    { id: '60123456789012345678', points: '0.1650', number: '48500100201', idx: 'g1-a', status: 'QUEUE', parts: 1 },
  ],
};

// Wide, because the machine may be busy; a test that waits for a time-out sets its own
function clientOf(baseUrl: string, timeoutMs = 15_000): Smsapi {
  return createSmsapi({ baseUrl, token, timeoutMs });
}

async function withServer<T>(server: Server, use: (port: number) => Promise<T>): Promise<T> {
  const port = await listenOnFreePort(server);
  try {
    return await use(port);
  } finally {
    server.close();
    await once(server, 'close');
  }
}

describe('send over a real connection', () => {
  it('posts a form in UTF-8 with the bearer token and gives the outcome', async () => {
    await using gateway = await listen(json(accepted));
    const result = await clientOf(gateway.baseUrl).send(request);
    expect(result).toEqual({
      kind: 'answered',
      outcomes: [{ kind: 'accepted', id: '60123456789012345678', parts: 1, points: 1650, number: '48500100201' }],
    });
    const [seen] = gateway.seen;
    expect(gateway.seen).toHaveLength(1);
    expect(seen).toMatchObject({ method: 'POST', url: '/sms.do' });
    expect(seen?.headers.authorization).toBe(`Bearer ${token}`);
    expect(seen?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(seen?.form ?? [])).toEqual({
      format: 'json',
      encoding: 'utf-8',
      to: '48500100201',
      message: 'Zażółć gęślą jaźń & 100% €',
      'idx[0]': 'g1-a',
      check_idx: '1',
    });
  });

  it.each(['/api', '/api/'])('keeps the path %s of the base URL', async (path) => {
    await using gateway = await listen(json(accepted));
    await clientOf(gateway.baseUrl + path).send(request);
    expect(gateway.seen.map(({ url }) => url)).toEqual(['/api/sms.do']);
  });

  it('gives two thousand recipients their outcomes one by one', async () => {
    await using gateway = await listen(({ form }, response) => {
      const values = Object.fromEntries(form);
      const numbers = (values['to'] ?? '').split(',');
      const list = numbers.map((number, at) => ({ id: `${at}`, number, idx: values[`idx[${at}]`] }));
      response.end(JSON.stringify({ count: list.length - 1, list: list.filter(({ id }) => id !== '1700') }));
    });
    const recipients = Array.from({ length: 2000 }, (_, at) => ({
      number: `${48_500_000_000 + at}`,
      idx: `g1-${at}`,
    }));
    const result = await clientOf(gateway.baseUrl).send({ ...request, recipients });
    const outcomes = result.kind === 'answered' ? result.outcomes : [];
    const wrong = outcomes.flatMap((each, at) => (each.kind === 'accepted' && each.id === `${at}` ? [] : [at]));
    expect(outcomes).toHaveLength(2000);
    expect(wrong).toEqual([1700]);
  });

  it('rejects our own mistake before anything is written', async () => {
    await using gateway = await listen(json(accepted));
    await expect(clientOf(gateway.baseUrl).send({ ...request, recipients: [] })).rejects.toThrow(TypeError);
    expect(gateway.seen).toEqual([]);
  });
});

describe('send when nothing left this machine', () => {
  it('is unreachable where nobody listens', async () => {
    await using nobody = await deadPort();
    const result = await clientOf(`http://127.0.0.1:${nobody.port}`).send(request);
    expect(result).toEqual({ kind: 'unreachable', phase: 'connect', cause: expect.stringMatching(/^ECONNREFUSED: /) });
  });

  it('is unreachable where https meets a plain http server', async () => {
    await using gateway = await listen(json(accepted));
    const result = await clientOf(gateway.baseUrl.replace('http:', 'https:')).send(request);
    expect(result).toMatchObject({ kind: 'unreachable' });
    expect(gateway.seen).toEqual([]);
  });

  it('is unreachable where the TLS handshake cannot be agreed on', async () => {
    const result = await withServer(createTlsServer({}), (port) => clientOf(`https://127.0.0.1:${port}`).send(request));
    expect(result).toEqual({ kind: 'unreachable', phase: 'tls', cause: expect.stringMatching(/HANDSHAKE_FAILURE/) });
  });

  it('is unreachable when the caller had given up before', async () => {
    await using gateway = await listen(json(accepted));
    const result = await clientOf(gateway.baseUrl).send(request, AbortSignal.abort());
    expect(result).toMatchObject({ kind: 'unreachable' });
    expect(gateway.seen).toEqual([]);
  });
});

describe('send when the request may have been taken', () => {
  it('is uncertain after a time-out while the gateway thinks', async () => {
    await using gateway = await listen(() => undefined);
    const result = await clientOf(gateway.baseUrl, 300).send(request);
    expect(result).toEqual({ kind: 'uncertain', cause: 'timeout', detail: 'no complete answer in 300 ms' });
  });

  it('is uncertain after a time-out in the middle of the body', async () => {
    await using gateway = await listen((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"count":1,');
    });
    const result = await clientOf(gateway.baseUrl, 300).send(request);
    expect(result).toMatchObject({ kind: 'uncertain', cause: 'timeout' });
  });

  it('tells the caller’s own giving up from a time-out', async () => {
    const giveUp = new AbortController();
    await using gateway = await listen(() => giveUp.abort());
    const result = await clientOf(gateway.baseUrl).send(request, giveUp.signal);
    expect(result).toEqual({ kind: 'uncertain', cause: 'aborted', detail: 'given up by the caller' });
    expect(gateway.seen).toHaveLength(1);
  });

  it('does not let the reason of the caller’s signal look like a time-out of ours', async () => {
    const giveUp = new AbortController();
    await using gateway = await listen(() => giveUp.abort(new DOMException('mine', 'TimeoutError')));
    const result = await clientOf(gateway.baseUrl).send(request, giveUp.signal);
    expect(result).toMatchObject({ kind: 'uncertain', cause: 'aborted' });
  });

  it('is uncertain when the connection is cut before the answer', async () => {
    await using gateway = await listen((_seen, _response, incoming) => incoming.socket.destroy());
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain', cause: 'connection' });
    expect(gateway.seen).toHaveLength(1);
  });

  it('is uncertain when the connection is reset before the answer', async () => {
    await using gateway = await listen((_seen, _response, incoming) => incoming.socket.resetAndDestroy());
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain', cause: 'connection' });
  });

  it('does not repeat by itself a request that died on a connection kept open', async () => {
    await using gateway = await listen((seen, response, incoming) => {
      if (gateway.seen.length === 1) json(accepted)(seen, response, incoming);
      else incoming.socket.destroy();
    });
    const client = clientOf(gateway.baseUrl);
    expect(await client.send(request)).toMatchObject({ kind: 'answered' });
    expect(await client.send(request)).toMatchObject({ kind: 'uncertain', cause: 'connection' });
    expect(gateway.seen).toHaveLength(2);
  });

  it.each([
    ['a body of known length', { 'content-length': '500' }],
    ['a body in chunks', { 'transfer-encoding': 'chunked' }],
  ])('is uncertain when %s is cut in the middle', async (_, headers) => {
    await using gateway = await listen((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      response.write('{"count":1,"list":[{"id":"6012', () => response.destroy());
    });
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain', cause: 'connection' });
  });

  it('is uncertain when the compression is broken', async () => {
    await using gateway = await listen((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(JSON.stringify(accepted));
    });
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain' });
  });

  it('is uncertain when a server answers something that is not HTTP', async () => {
    const nonsense = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.resume();
      socket.end('SSH-2.0-OpenSSH_9.6\r\n');
    });
    const result = await withServer(nonsense, (port) => clientOf(`http://127.0.0.1:${port}`).send(request));
    expect(result).toMatchObject({ kind: 'uncertain', cause: 'connection' });
  });

  it('gives a body without end up before it fills the memory', async () => {
    await using gateway = await listen((_seen, response) => {
      const megabyte = Buffer.alloc(2 ** 20, 'x');
      const pour = (): void => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', pour);
      pour();
    });
    const result = await clientOf(gateway.baseUrl).send(request);
    expect(result).toMatchObject({ kind: 'uncertain', cause: 'unreadable', detail: 'HTTP 200, endless body' });
  });

  it.each([500, 502, 503])('is uncertain after HTTP %d', async (status) => {
    await using gateway = await listen(json('<html>Service Unavailable</html>', status));
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain', cause: 'http_status' });
  });

  it.each([301, 302, 307, 308])('does not follow HTTP %d with the token', async (status) => {
    await using elsewhere = await listen(json(accepted));
    await using gateway = await listen((_seen, response) => {
      response.writeHead(status, { location: `${elsewhere.baseUrl}/sms.do` });
      response.end();
    });
    const result = await clientOf(gateway.baseUrl).send(request);
    expect(result).toMatchObject({ kind: 'uncertain', cause: 'http_status' });
    expect(elsewhere.seen).toEqual([]);
  });

  it('is uncertain when a page of a hotel network answers', async () => {
    await using gateway = await listen((_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<html><title>Zaloguj się</title></html>');
    });
    expect(await clientOf(gateway.baseUrl).send(request)).toEqual({
      kind: 'uncertain',
      cause: 'unreadable',
      detail: 'HTTP 200, text/html, 39 characters',
    });
  });

  it('is uncertain after an empty 204', async () => {
    await using gateway = await listen((_seen, response) => response.writeHead(204).end());
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({ kind: 'uncertain', cause: 'unreadable' });
  });
});

describe('send that the gateway turns down', () => {
  it('reads an error on HTTP 200', async () => {
    await using gateway = await listen(json({ error: 103, message: 'Not enough credits' }));
    expect(await clientOf(gateway.baseUrl).send(request)).toMatchObject({
      kind: 'refused',
      error: { code: 103, class: 'money', message: 'Not enough credits' },
      invalidNumbers: [],
    });
  });

  it('reads the pause after HTTP 429', async () => {
    await using gateway = await listen((_seen, response) => response.writeHead(429, { 'retry-after': '7' }).end());
    expect(await clientOf(gateway.baseUrl).send(request)).toEqual({ kind: 'throttled', retryAfterMs: 7000 });
  });

  it('reads error 53 of a repeated request as taken before', async () => {
    const used = new Set<string>();
    await using gateway = await listen((seen, response, incoming) => {
      const idx = seen.form.get('idx[0]') ?? '';
      if (used.has(idx)) json({ error: 53, message: 'Not unique idx' })(seen, response, incoming);
      else incoming.socket.destroy(); // taken, and the answer is lost
      used.add(idx);
    });
    const client = clientOf(gateway.baseUrl);
    expect(await client.send(request)).toMatchObject({ kind: 'uncertain' });
    expect(await client.send(request)).toEqual({ kind: 'alreadyTaken' });
  });
});

describe('the token', () => {
  it('appears in no result, even when the gateway quotes it', async () => {
    await using gateway = await listen(({ headers }, response) => {
      response.end(JSON.stringify({ error: 101, message: `bad header ${headers.authorization}` }));
    });
    const client = clientOf(gateway.baseUrl);
    const result = await client.send(request);
    expect(result).toMatchObject({ kind: 'refused', error: { message: 'bad header Bearer •••' } });
    for (const shown of [
      JSON.stringify(result),
      JSON.stringify(client),
      inspect(client, { depth: 9, showHidden: true }),
    ]) {
      expect(shown).not.toContain(token);
    }
  });

  it('appears in no detail, even when the cause of an error quotes it', async () => {
    const failed = new TypeError('fetch failed', { cause: new Error(`header ${token}`) });
    const fetch = (): Promise<never> => Promise.reject(failed);
    const client = createSmsapi({ baseUrl: 'https://api.smsapi.pl', token, timeoutMs: 1000, fetch });
    expect(await client.send(request)).toEqual({ kind: 'uncertain', cause: 'connection', detail: 'header •••' });
  });
});

describe('createSmsapi', () => {
  const options = { baseUrl: 'https://api.smsapi.pl/', token, timeoutMs: 10_000 };
  it.each([
    ['an empty token', { token: '' }],
    ['a token with a line break', { token: `${token}\n` }],
    ['a token with Polish letters', { token: `ż${token}` }],
    ['no time-out', { timeoutMs: 0 }],
    ['half a millisecond', { timeoutMs: 0.5 }],
    ['a time-out no timer can hold', { timeoutMs: 2 ** 31 }],
    ['a base URL that is none', { baseUrl: 'api.smsapi.pl' }],
    ['another scheme', { baseUrl: 'ftp://api.smsapi.pl' }],
    ['a password in the URL', { baseUrl: `https://user:${token}@api.smsapi.pl` }],
    ['a query in the URL', { baseUrl: `https://api.smsapi.pl/?access_token=${token}` }],
  ])('refuses %s without repeating the secret', (_, change) => {
    const attempt = (): unknown => createSmsapi({ ...options, ...change });
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(token);
  });
});
