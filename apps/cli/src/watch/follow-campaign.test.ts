import type { ServerResponse } from 'node:http';
import { createClient } from '@goniec/contract';
import { describe, expect, it } from 'vitest';
import { connect } from '../api/connect.ts';
import type { Campaign } from '../api/shapes.ts';
import { sampleCampaign } from '../testing/samples.ts';
import { cut, problem, startStub, type StubAnswer } from '../testing/stub-server.ts';
import { followCampaign, type FollowOptions } from './follow-campaign.ts';

const params = { companyId: '1', campaignId: '12' };
const states = (delivered: number, state: Campaign['state'] = 'sending') =>
  sampleCampaign({ state, sums: { messages: 3, handover: { accepted: 3 }, delivery: { delivered } } });
const eager = { liveMs: 5, pollMs: 5, gapMs: 1, patienceMs: 10_000 };
const patient = { ...eager, liveMs: 60_000 };

/** A server whose campaign gets on by one step at every reading, and stays at the last. */
function steps(...answers: readonly (Campaign | StubAnswer)[]) {
  let next = 0;
  return (): StubAnswer => {
    const answer = answers[Math.min(next++, answers.length - 1)] ?? states(0);
    return typeof answer === 'object' && 'id' in answer ? { json: answer } : answer;
  };
}

async function collect(url: string, options: Partial<FollowOptions> = {}, base = fetch): Promise<number[]> {
  const api = connect({ url, key: 'k', from: 'environment', path: null }, base);
  const seen: number[] = [];
  for await (const campaign of followCampaign(
    { api, params },
    {
      signal: AbortSignal.timeout(15_000),
      isOver: ({ state }) => state === 'finished',
      pace: eager,
      ...options,
    },
  ))
    seen.push(campaign.sums.delivery.delivered);
  return seen;
}

/** A network on which the server is not there at some of the readings. */
function awayAt(readings: readonly number[]): typeof fetch {
  let reading = 0;
  return async (input, init) => {
    const isReading = input instanceof URL && input.pathname.includes('/campaigns/');
    if (!isReading || !readings.includes(++reading)) return fetch(input, init);
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
  };
}

describe('following a campaign', () => {
  it('reads again and again where no events come, and shows each change once', async () => {
    await using stub = await startStub({
      'GET /companies/1/campaigns/12': steps(states(0), states(0), states(1), states(1), states(3, 'finished')),
      'GET /events': () => problem(404, 'not_found', 'Nie ma.'),
    });
    expect(await collect(stub.url)).toEqual([0, 1, 3]);
  });

  it('reads when an event says so', async () => {
    let line: ServerResponse | undefined;
    const read = steps(states(0), states(0), states(2), states(3, 'finished'));
    await using stub = await startStub({
      'GET /companies/1/campaigns/12': () => {
        const answer = read();
        // one event about another campaign, one about ours
        if (line)
          for (const id of ['7', '12'])
            line.write(`event: message\ndata: {"type":"campaign.changed","companyId":"1","id":"${id}"}\n\n`);
        return answer;
      },
      'GET /events': () => (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.flushHeaders();
        line = response;
      },
    });
    expect(await collect(stub.url, { pace: patient })).toEqual([0, 2, 3]);
    expect(stub.requests.find(({ path }) => path === '/events')?.query.get('companyId')).toBe('1');
  });

  it('waits for a server that is away, and says so once', async () => {
    await using stub = await startStub({
      'GET /companies/1/campaigns/12': steps(states(1), states(3, 'finished')),
      'GET /events': () => cut,
    });
    const told: boolean[] = [];
    const onLost = (isLost: boolean) => told.push(isLost);
    expect(await collect(stub.url, { onLost }, awayAt([2, 3, 4]))).toEqual([1, 3]);
    expect(told).toEqual([true, false]);
  });

  it('gives up on a server that stays away', async () => {
    await using stub = await startStub({ 'GET /events': () => cut });
    const { url } = stub;
    await stub[Symbol.asyncDispose]();
    await expect(collect(url, { pace: { ...eager, patienceMs: 20 } })).rejects.toThrow('nie odpowiada');
  });

  it('stops at once when asked, and hangs up', async () => {
    const stop = new AbortController();
    const opened = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    await using stub = await startStub({
      'GET /companies/1/campaigns/12': () => ({ json: states(1) }),
      'GET /events': () => (response) => {
        opened.resolve();
        response.on('close', closed.resolve);
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.flushHeaders();
      },
    });
    const following = followCampaign(
      { api: createClient(stub.url), params },
      { signal: stop.signal, isOver: () => false, pace: patient },
    );
    expect((await following.next()).value).toMatchObject({ id: '12' });
    const more = following.next();
    await opened.promise;
    stop.abort();
    await expect(more).rejects.toThrow('aborted');
    await closed.promise;
  });
});
