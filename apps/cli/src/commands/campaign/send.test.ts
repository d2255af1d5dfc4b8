import { describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { sampleCampaign, sampleQuote, sampleReason } from '../../testing/samples.ts';
import { type Routes, startStub } from '../../testing/stub-server.ts';

const companies = { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] };
const routes = (more: Routes = {}): Routes => ({
  'GET /companies': () => ({ json: companies }),
  'GET /companies/1/campaigns/12': () => ({ json: sampleCampaign() }),
  'GET /companies/1/campaigns/12/quote': () => ({ json: sampleQuote() }),
  'POST /companies/1/campaigns/12/send': () => ({ json: sampleCampaign({ state: 'sending' }) }),
  ...more,
});
const sends = (requests: readonly { readonly path: string }[]) => requests.filter(({ path }) => path.endsWith('/send'));

describe('campaign send', () => {
  it('asks with number, parts and price, and sends what was shown', async () => {
    await using stub = await startStub(routes());
    const { exit, out, err } = await runCli(['campaign', 'send', '12'], stub.url, { answers: ['t'] });
    expect(err).toContain('Wyślij 1 842 SMS · 2 017 części · 302,55 zł? [t/N]');
    expect(sends(stub.requests)).toMatchObject([{ body: { expect: { messages: 1842, points: 3_025_500 } } }]);
    expect(out).toContain('Wysyłka 12 ruszyła');
    expect(exit).toBe(0);
  });

  it.each([[['n']], [['']], [['tak?']], [[]]])('sends nothing after the answer %j', async (answers) => {
    await using stub = await startStub(routes());
    const { exit, err } = await runCli(['campaign', 'send', '12'], stub.url, { answers });
    expect(sends(stub.requests)).toEqual([]);
    expect(exit).toBe(1);
    expect(err).toContain('Nic nie zrobiono.');
  });

  it.each([[['campaign', 'send', '12']], [['campaign', 'send', '12', '--json']]])(
    'needs --yes where nobody can be asked: %j',
    async (argv) => {
      await using stub = await startStub(routes());
      expect(await runCli(argv, stub.url)).toMatchObject({ exit: 2, out: '' });
      expect(sends(stub.requests)).toEqual([]);
    },
  );

  it('does not even ask while something stands in the way', async () => {
    const obstacles = [sampleReason('token_missing'), sampleReason('restore_hold')];
    await using stub = await startStub(
      routes({ 'GET /companies/1/campaigns/12/quote': () => ({ json: sampleQuote({ obstacles }) }) }),
    );
    const { exit, err } = await runCli(['campaign', 'send', '12', '--yes'], stub.url);
    expect(exit).toBe(1);
    expect(err).toContain('Powód token_missing. Co zrobić: Zrób coś z token_missing.');
    expect(err).toContain('Powód restore_hold.');
    expect(sends(stub.requests)).toEqual([]);
  });

  it('finds the newest campaign by “last”', async () => {
    await using stub = await startStub(
      routes({ 'GET /companies/1/campaigns': () => ({ json: { items: [sampleCampaign()], nextCursor: 'x' } }) }),
    );
    expect((await runCli(['campaign', 'send', 'last', '--yes'], stub.url)).exit).toBe(0);
    expect(sends(stub.requests)).toHaveLength(1);
  });

  it('with --watch shows the progress and ends with 5 when something was not delivered', async () => {
    const sums = { messages: 2, handover: { accepted: 2 }, delivery: { delivered: 1, undelivered: 1 } };
    const finished = sampleCampaign({ state: 'finished', sums });
    let isSent = false;
    await using stub = await startStub(
      routes({
        'POST /companies/1/campaigns/12/send': () => {
          isSent = true;
          return { json: sampleCampaign({ state: 'sending' }) };
        },
        'GET /companies/1/campaigns/12': () => ({ json: isSent ? finished : sampleCampaign() }),
      }),
    );
    const { exit, out, err } = await runCli(['campaign', 'send', '12', '--yes', '--watch'], stub.url);
    expect(exit).toBe(5);
    expect(err).toContain('Zakończona: bramka 2 z 2; raporty 2 z 2 · doręczone 1 · niedoręczone 1');
    expect(out).toContain('Powody: npx goniec campaign log 12');
  });
});

describe('campaign watch', () => {
  it('writes a campaign per line with --json', async () => {
    await using stub = await startStub(
      routes({ 'GET /companies/1/campaigns/12': () => ({ json: sampleCampaign({ state: 'finished' }) }) }),
    );
    const { exit, out } = await runCli(['campaign', 'watch', '12', '--json'], stub.url);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ id: '12', state: 'finished' }]);
    expect(exit).toBe(0);
  });

  it('leaves the campaign running at Ctrl+C, and says so', async () => {
    const stop = new AbortController();
    await using stub = await startStub(
      routes({
        'GET /companies/1/campaigns/12': () => ({ json: sampleCampaign({ state: 'sending' }) }),
        'GET /events': () => (response) => {
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          response.flushHeaders();
          stop.abort();
        },
      }),
    );
    const { exit, err } = await runCli(['campaign', 'watch', '12'], stub.url, { signal: stop.signal });
    expect(exit).toBe(130);
    expect(err).toContain('trwa dalej na serwerze');
    expect(stub.requests.map(({ method }) => method)).not.toContain('POST');
  });

  it('has nothing to show of a draft', async () => {
    await using stub = await startStub(routes());
    const { exit, err } = await runCli(['campaign', 'watch', '12'], stub.url);
    expect(exit).toBe(2);
    expect(err).toContain('npx goniec campaign send 12 --watch');
  });
});
