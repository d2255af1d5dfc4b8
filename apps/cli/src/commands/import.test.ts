import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Import, ImportRow } from '../api/shapes.ts';
import { runCli } from '../testing/run-cli.ts';
import { startStub } from '../testing/stub-server.ts';

const sentence = { pl: 'Za mało cyfr.', en: 'Too few digits.' };

const checked = (changes: Partial<Import['summary']> = {}): Import => ({
  id: '3',
  fileName: 'kontrahenci.csv',
  encoding: 'windows-1250',
  delimiter: ';',
  sheet: null,
  sheets: null,
  header: 'yes',
  columns: [
    { index: 0, header: 'NAZWA', field: 'name', hint: null },
    { index: 1, header: 'KOM', field: 'mobile', hint: { pl: 'Sprawdź numery.', en: 'Check.' } },
  ],
  state: 'checked',
  summary: {
    rows: 1842,
    create: 1840,
    update: 0,
    same: 0,
    rejected: 2,
    contacts: { create: 1840, update: 0, same: 0 },
    numbers: { mobile: 1839, landline: 0, other: 0, faulty: 1 },
    consents: { given: 0, withdrawn: 0, keptWithdrawn: 0 },
    remarks: [{ code: 'short', severity: 'rejected_value', count: 1, sentence }],
    ...changes,
  },
  createdBy: 'key:local',
  createdAt: '2026-11-22T12:00:00.000Z',
  appliedAt: null,
  undoneAt: null,
  undoneBy: null,
  undoneByName: null,
  undo: null,
  actions: ['apply'],
});

const row: ImportRow = {
  line: 7,
  outcome: 'create',
  name: 'Ćma',
  contractorId: null,
  cells: ['Ćma', '4512'],
  changes: [],
  remarks: [{ code: 'short', severity: 'rejected_value', column: 'KOM', value: '4512', sentence }],
  undo: null,
};

const server = (answer: Import = checked()) =>
  startStub({
    'GET /companies': () => ({
      json: { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] },
    }),
    'POST /companies/1/imports': () => ({ status: 201, json: answer }),
    'GET /companies/1/imports/3/rows': ({ query }) => ({
      json: { items: query.get('remarked') === 'rejected_value' ? [row] : [], nextCursor: null },
    }),
    'GET /companies/1/imports/3/rejected.csv': () => (response) => {
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
      response.end('\uFEFFWiersz;Powód\r\n7;Za mało cyfr.\r\n');
    },
    'POST /companies/1/imports/3/apply': () => ({ json: { ...answer, state: 'applied' } }),
  });

const applied = (requests: readonly { readonly path: string }[]) =>
  requests.some(({ path }) => path.endsWith('/apply'));

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec import ę '));
  file = join(folder, 'kontrahenci.csv');
  await writeFile(file, 'NAZWA;KOM\r\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('import', () => {
  it('shows columns, changes and what was rejected, then asks', async () => {
    await using stub = await server();
    const { exit, out, err } = await runCli(['import', file], stub.url, { answers: ['t'] });
    expect(out).toContain('kontrahenci.csv: 1 842 wiersze, kodowanie windows-1250, separator: średnik');
    expect(out).toContain('NAZWA → nazwa · KOM → telefon komórkowy');
    expect(out).toContain('  ! KOM: Sprawdź numery.\n');
    expect(out).toContain('  wiersz 7 · Ćma · KOM\n    4512\n    Za mało cyfr.\n');
    expect(out).toContain('nowi 1 840 · zmienieni 0 · bez zmian 0 · odrzucone wiersze 2');
    expect(err).toContain('Zapisać w kartotece? [t/N]');
    expect(out).toContain('Zapisano w kartotece.');
    expect([exit, applied(stub.requests)]).toEqual([0, true]);
  });

  it.each([
    ['writes without asking when told so', ['--yes'], undefined, true, 0],
    ['writes by --apply as well', ['--apply'], undefined, true, 0],
    ['only checks where nobody can be asked', [], undefined, false, 0],
    ['only checks after a no', [], ['n'], false, 0],
    ['does not ask with --json', ['--json'], ['t'], false, 0],
    ['tells rejected rows to strict scripts', ['--yes', '--strict'], undefined, true, 5],
  ] as const)('%s', async (_, options, answers, isApplied, code) => {
    await using stub = await server();
    const person = answers === undefined ? {} : { answers };
    const { exit } = await runCli(['import', file, ...options], stub.url, person);
    expect([exit, applied(stub.requests)]).toEqual([code, isApplied]);
  });

  it('has nothing to ask when nothing would change', async () => {
    const nothing = { create: 0, contacts: { create: 0, update: 0, same: 1840 }, same: 1840 };
    await using stub = await server(checked(nothing));
    const { out, err } = await runCli(['import', file], stub.url, { answers: ['t'] });
    expect(out).toContain('Nie ma czego zapisać');
    expect([err, applied(stub.requests)]).toEqual(['', false]);
  });

  it('saves the rejected rows so that spreadsheets read their letters', async () => {
    await using stub = await server();
    const target = join(folder, 'odrzucone.csv');
    await runCli(['import', file, '--rejected', target], stub.url);
    expect(await readFile(target, 'utf8')).toBe('\uFEFFWiersz;Powód\r\n7;Za mało cyfr.\r\n');
  });

  it.each([
    ['nie-ma.csv', 'nie ma takiego pliku'],
    ['.', 'to jest folder'],
  ])('explains why %s cannot be read', async (name, words) => {
    await using stub = await server();
    const { exit, err } = await runCli(['import', join(folder, name)], stub.url);
    expect(err).toContain(words);
    expect([exit, stub.requests.some(({ method }) => method === 'POST')]).toEqual([2, false]);
  });
});
