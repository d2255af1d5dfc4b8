import { describe, expect, it } from 'vitest';
import { runCli } from './testing/run-cli.ts';
import { problem, startStub, type Routes } from './testing/stub-server.ts';

const company = (id: string, name: string) => ({ id, name, nip: null, createdAt: '2026-11-22T12:00:00.000Z' });
const companies = (...items: object[]): Routes => ({ 'GET /companies': () => ({ json: { items } }) });
const one = companies(company('1', 'Żuraw'));
const doctor: Routes = { 'POST /instance/doctor': () => ({ json: { checks: 3, drifts: [] } }) };
const NOBODY = 'http://127.0.0.1:9';

describe('a badly written command', () => {
  it.each([
    [['campain'], 'Nie ma polecenia „campain”. Może chodziło o: campaign?'],
    [['status', '--jsn'], 'Nie ma opcji „--jsn”. Może chodziło o: --json?'],
    [['campaign', 'show'], 'Brak argumentu „nr”.'],
    [['campaign', 'show', '0'], 'Argument „nr” nie może mieć wartości „0”.'],
    [['campaign', 'create', '--body', 'x'], 'Brak wymaganej opcji „--subject <temat>”.'],
    [['campaign', 'create', '--subject'], 'Opcja „--subject <temat>” wymaga wartości.'],
    [['campaign', 'list', '--state', 'gone'], 'Możliwe: draft, frozen, sending, paused, finished, cancelled.'],
    [['contractors', '--limit', '0'], 'Potrzebna jest liczba całkowita od 1.'],
    [['contractors', '--limit', '5', '--all'], 'nie można użyć razem'],
    [['doctor', 'x', 'y'], 'Za dużo argumentów.'],
    [['settings', 'set'], 'Nie podano, co zmienić.'],
    [['login', '--key', 'x'], 'dodaj --url'],
  ])('%j is refused with code 2 and an explanation', async (argv, words) => {
    const { exit, out, err } = await runCli(argv, NOBODY);
    expect(err).toContain(words);
    expect([exit, out]).toEqual([2, '']);
  });

  it('points at the help of that very command', async () => {
    const { err } = await runCli(['campaign', 'list', '--x'], NOBODY);
    expect(err).toContain('zobacz npx goniec campaign list --help');
  });
});

describe('failures', () => {
  it('of the network end with code 3', async () => {
    const { exit, err } = await runCli(['doctor'], NOBODY);
    expect(exit).toBe(3);
    expect(err).toContain('nie odpowiada');
  });

  it('of another program at the address are told as that', async () => {
    await using stub = await startStub({
      'POST /instance/doctor': () => (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<h1>Witaj</h1>');
      },
    });
    const { exit, err } = await runCli(['doctor'], stub.url);
    expect(exit).toBe(3);
    expect(err).toContain('nie odpowiada Goniec');
  });

  it.each([
    [401, 4],
    [403, 4],
    [404, 1],
    [409, 1],
    [503, 1],
  ])('with status %d end with code %d', async (status, code) => {
    await using stub = await startStub({ 'POST /instance/doctor': () => problem(status, 'x', 'Nie da się.') });
    expect(await runCli(['doctor'], stub.url)).toMatchObject({ exit: code, out: '' });
  });

  const refusal = problem(409, 'sending_barred', 'Nie można teraz wysłać.', {
    action: { pl: 'Usuń przeszkody.', en: 'Remove them.' },
    reasons: [{ code: 'a', sentence: { pl: 'Brak tokenu.', en: 'a' }, action: { pl: 'Wpisz go.', en: 'a' } }],
    errors: [{ pointer: '/body/x', detail: 'za długie' }],
  });

  it('say what happened, why, and what to do', async () => {
    await using stub = await startStub({ 'POST /instance/doctor': () => refusal });
    expect((await runCli(['doctor'], stub.url)).err).toBe(
      'Błąd: Nie można teraz wysłać.\n  • Brak tokenu. Co zrobić: Wpisz go.\n  • /body/x: za długie\nCo zrobić: Usuń przeszkody.\n',
    );
  });

  it('are the API’s problem objects with --json', async () => {
    await using stub = await startStub({ 'POST /instance/doctor': () => refusal });
    const { err } = await runCli(['doctor', '--json'], stub.url);
    expect(JSON.parse(err)).toMatchObject({ status: 409, code: 'sending_barred', reasons: [{ code: 'a' }] });
  });

  it('of the command line have the same shape with --json', async () => {
    const { err } = await runCli(['--json', 'campain'], NOBODY);
    expect(JSON.parse(err)).toMatchObject({ code: 'usage_unknown_command', sentence: { en: expect.any(String) } });
  });

  it('by Ctrl+C end with code 130', async () => {
    const stop = new AbortController();
    await using stub = await startStub({ 'POST /instance/doctor': () => () => stop.abort() });
    expect(await runCli(['doctor'], stub.url, { signal: stop.signal })).toMatchObject({ exit: 130, err: '' });
  });
});

describe('the company', () => {
  const balance: Routes = {
    'GET /companies/2/gateway/balance': () => problem(404, 'gateway_missing', 'Brak bramki firmy 2.'),
    'GET /companies/1/gateway/balance': () => problem(404, 'gateway_missing', 'Brak bramki firmy 1.'),
  };
  const two = companies(company('1', 'Żuraw'), company('2', 'Ćma'));

  it('is the only one there is', async () => {
    await using stub = await startStub({ ...one, ...balance });
    expect((await runCli(['balance'], stub.url)).err).toContain('firmy 1');
  });

  it('has to be chosen when there are several; the refusal lists them', async () => {
    await using stub = await startStub({ ...two, ...balance });
    const { exit, err } = await runCli(['balance'], stub.url);
    expect(exit).toBe(2);
    expect(err).toContain('  1  Żuraw\n  2  Ćma');
  });

  it.each([
    [['balance', '--company', '2'], {}],
    [['--company', '2', 'balance'], {}],
    [['balance'], { GONIEC_COMPANY: '2' }],
  ])('is chosen by %j with %j', async (argv, env) => {
    await using stub = await startStub({ ...two, ...balance });
    expect((await runCli(argv, stub.url, { env })).err).toContain('firmy 2');
  });

  it.each([
    [two, ['balance', '--company', '7'], 'Nie ma firmy 7.'],
    [companies(), ['balance'], 'Nie ma jeszcze żadnej firmy.'],
  ])('is refused when it is not there', async (routes, argv, words) => {
    await using stub = await startStub({ ...routes, ...balance });
    const { exit, err } = await runCli(argv, stub.url);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});

describe('what a command says', () => {
  it('are sentences for people', async () => {
    await using stub = await startStub(doctor);
    expect(await runCli(['doctor'], stub.url)).toEqual({
      exit: 0,
      out: 'Wszystko się zgadza. Sprawdzono: 3 sumy.\n',
      err: '',
    });
  });

  it('are the API’s objects with --json', async () => {
    await using stub = await startStub(doctor);
    const { out } = await runCli(['doctor', '--json'], stub.url);
    expect(JSON.parse(out)).toEqual({ checks: 3, drifts: [] });
  });

  it('ends with code 5 when sums have drifted', async () => {
    const drifts = [{ check: 'messages', found: 1, expected: 2, subject: 'campaign 7' }];
    await using stub = await startStub({ 'POST /instance/doctor': () => ({ json: { checks: 3, drifts } }) });
    const { exit, out } = await runCli(['doctor'], stub.url);
    expect(exit).toBe(5);
    expect(out).toContain('campaign 7');
  });
});
