import { describe, expect, it } from 'vitest';
import type { Instance } from '../api/shapes.ts';
import { runCli } from '../testing/run-cli.ts';
import { sampleReason } from '../testing/samples.ts';
import { startStub, type StubRequest } from '../testing/stub-server.ts';

const held: Instance = {
  version: '0.1.0',
  installationId: 'a1',
  epoch: 7,
  startedAt: '2026-11-22T12:00:00.000Z',
  hold: {
    since: '2026-11-22T12:00:00.000Z',
    reason: sampleReason('database_older_than_file'),
    lastMessageId: '100',
    lastAttemptAt: '2026-11-21T09:00:00.000Z',
    database: { installationId: 'a1', epoch: 7, lastMessageId: '100', at: '2026-11-21T10:00:00.000Z' },
    file: { installationId: 'a1', epoch: 7, lastMessageId: '1342', at: '2026-11-22T11:00:00.000Z' },
    waiting: 50,
  },
  credentials: 'readable',
};

/** The day of a moment where this computer is. */
const dayOf = (at: string | null | undefined): string =>
  new Date(at ?? '').toLocaleDateString('pl', { day: '2-digit', month: '2-digit', year: 'numeric' });

const server = (instance: Instance = held) =>
  startStub({
    'GET /instance': () => ({ json: instance }),
    'POST /instance/confirm-restore': () => ({ json: { ...instance, epoch: 8, hold: null } }),
  });
const bodyOf = (requests: readonly StubRequest[]) => requests.find(({ method }) => method === 'POST')?.body;

describe('instance show', () => {
  it('puts what the database says beside what the state folder remembers', async () => {
    await using stub = await server();
    const { out, exit } = await runCli(['instance', 'show'], stub.url);
    expect(exit).toBe(0);
    const [inDatabase, inFile] = [dayOf(held.hold?.database.at), dayOf(held.hold?.file?.at)];
    expect(out).toMatch(new RegExp(`Ta baza +epoka 7 · ostatnia wiadomość 100 · ostatni znak życia ${inDatabase}`));
    expect(out).toMatch(new RegExp(`Folder danych +epoka 7 · ostatnia wiadomość 1342 · ostatni znak życia ${inFile}`));
    expect(out).toContain('których ta baza nie zna: do 1 242');
    expect(out).toContain('wiadomości: 50');
    expect(out).toContain('Powód database_older_than_file.');
  });

  it('says when nothing is held', async () => {
    await using stub = await server({ ...held, hold: null });
    expect((await runCli(['instance', 'show'], stub.url)).out).toMatch(/Wysyłanie +dozwolone/);
  });

  it('tells a folder of another installation, and one that remembers nothing', async () => {
    const { hold } = held;
    if (!hold?.file) throw new Error('no hold');
    await using other = await server({ ...held, hold: { ...hold, file: { ...hold.file, installationId: 'b2' } } });
    expect((await runCli(['instance', 'show'], other.url)).out).toContain('inna instalacja');
    await using none = await server({ ...held, hold: { ...hold, file: null } });
    expect((await runCli(['instance', 'show'], none.url)).out).toMatch(/Folder danych +nie pamięta/);
  });
});

describe('instance confirm-restore', () => {
  it('shows what differs before it asks, and takes what waits for uncertain', async () => {
    await using stub = await server();
    const { err, exit } = await runCli(['instance', 'confirm-restore'], stub.url, { answers: ['tak'] });
    expect(err).toContain('ostatnia wiadomość 1342');
    expect(err).toContain('stanie się niepewne');
    expect([exit, bodyOf(stub.requests)]).toEqual([0, { elsewhere: 'may_have_sent' }]);
  });

  it('leaves it ready where the administrator knows that nothing was sent elsewhere', async () => {
    await using stub = await server();
    const argv = ['instance', 'confirm-restore', '--nothing-sent-elsewhere', '--yes'];
    expect((await runCli(argv, stub.url)).exit).toBe(0);
    expect(bodyOf(stub.requests)).toEqual({ elsewhere: 'nothing_sent' });
  });

  it('does nothing without a yes', async () => {
    await using stub = await server();
    expect((await runCli(['instance', 'confirm-restore'], stub.url, { answers: ['nie'] })).exit).toBe(1);
    expect((await runCli(['instance', 'confirm-restore'], stub.url)).exit).toBe(2);
    expect(bodyOf(stub.requests)).toBeUndefined();
  });
});
