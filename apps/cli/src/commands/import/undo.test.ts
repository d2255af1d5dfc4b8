import { describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { startStub } from '../../testing/stub-server.ts';

const undo = {
  rows: { back: 1839, partly: 1, kept: 0 },
  contractors: { removed: 1839, restored: 0, kept: 1 },
  contacts: { removed: 1839, restored: 0, kept: 1 },
  consents: { annulled: 1200, kept: 0 },
  reasons: [
    { code: 'in_campaign', count: 1, sentence: { pl: 'Dostał już SMS.', en: 'Has got an SMS.' }, action: null },
  ],
};
const undone = {
  id: '3',
  fileName: 'k.csv',
  encoding: 'utf-8',
  delimiter: ';',
  columns: [],
  state: 'undone',
  summary: {
    rows: 1840,
    create: 1840,
    update: 0,
    same: 0,
    rejected: 0,
    contacts: { create: 1840, update: 0, same: 0 },
    numbers: { mobile: 1840, landline: 0, other: 0, faulty: 0 },
    consents: { given: 1200, withdrawn: 0, keptWithdrawn: 0 },
    remarks: [],
  },
  createdBy: 'key:local',
  createdAt: '2026-11-22T12:00:00.000Z',
  appliedAt: '2026-11-22T12:01:00.000Z',
  undoneAt: '2026-11-22T12:05:00.000Z',
  undoneBy: 'key:local',
  undoneByName: 'goniec',
  undo,
  actions: [],
};
const server = () =>
  startStub({
    'GET /companies': () => ({
      json: { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] },
    }),
    'GET /companies/1/imports/3/undo': () => ({ json: undo }),
    'POST /companies/1/imports/3/undo': () => ({ json: undone }),
  });

describe('import undo', () => {
  it('tells in numbers what would go back and why something stays, then asks', async () => {
    await using stub = await server();
    const { exit, out, err } = await runCli(['import', 'undo', '3'], stub.url, { answers: ['t'] });
    expect(out).toContain('do usunięcia 1 839 · do przywrócenia 0 · bez zmian 1');
    expect(out).toContain('1 × Dostał już SMS.');
    expect(err).toContain('Cofnąć import 3?');
    expect(out).toContain('Import 3 cofnięto.');
    expect(exit).toBe(0);
  });

  it.each([
    ['does nothing after a no', [], ['n'], 1],
    ['does nothing where nobody can be asked', [], undefined, 2],
    ['does not ask when told so', ['--yes'], undefined, 0],
  ] as const)('%s', async (_, options, answers, code) => {
    await using stub = await server();
    const { exit } = await runCli(['import', 'undo', '3', ...options], stub.url, answers ? { answers } : {});
    const asked = stub.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/undo'));
    expect([exit, asked]).toEqual([code, code === 0]);
  });
});
