import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestDeps } from '../../test/support/deps.ts';
import { createFirm } from '../../test/support/firm.ts';
import { readInstance } from '../db/instance.ts';
import { upsertReleaseLines } from '../db/release-lines.ts';
import type { ReleaseLine } from '../domain/entitlement.ts';
import type { KnownReleases } from '../state/release-file.ts';
import { checkEntitlement } from './check-entitlement.ts';
import { loadReleases } from './load-releases.ts';
import { switchService } from './switch-service.ts';

let test: TestDatabase;
let companyId: number;
beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  await test.db.deleteFrom('releaseLine').execute();
  await test.db.updateTable('instance').set({ highestDate: null }).execute();
  ({ companyId } = await createFirm(test.db, { contacts: 0 }));
});
afterAll(() => test.drop());

const at = (moment: string) => createTestDeps(test.db, { clock: () => new Date(moment), line: '8.3' });
const known = (releases: ReleaseLine[]): KnownReleases => ({
  catalogue: { issuedOn: '2018-01-01', releases },
  buildDate: '2018-01-01',
  refused: null,
});
const check = (moment: string) => checkEntitlement(at(moment), companyId);

describe('the entitlement to the service', () => {
  beforeEach(async () => {
    await upsertReleaseLines(test.db, [
      { line: '8.3', releasedOn: '2017-10-01' },
      { line: '8.4', releasedOn: '2018-10-01' },
    ]);
  });

  it.each([
    ['2018-09-30T12:00:00Z', 'active', true],
    ['2018-10-01T12:00:00Z', 'grace', true],
    ['2018-12-31T22:59:59Z', 'grace', true],
    ['2018-12-31T23:00:00Z', 'expired', false],
  ])('at %s is %s', async (moment, state, usable) => {
    const checked = await check(moment);
    expect(checked).toMatchObject({ service: { state }, usable });
    expect(checked.obstacle?.code ?? null).toBe(usable ? null : 'service_expired');
  });

  it('cannot be won back by setting the clock back', async () => {
    await check('2019-01-10T12:00:00Z');
    const again = await check('2018-12-01T12:00:00Z');
    expect(again.usable).toBe(false);
    expect((await readInstance(test.db)).highestDate).toBe('2019-01-10');
  });

  it('comes back at once with the next line installed', async () => {
    await check('2019-01-10T12:00:00Z');
    const updated = { ...at('2019-01-10T12:00:00Z'), line: '8.4' };
    expect((await checkEntitlement(updated, companyId)).usable).toBe(true);
  });

  it('is unlimited while a released line is withdrawn again', async () => {
    await upsertReleaseLines(test.db, [{ line: '8.4', releasedOn: '2018-10-01', withdrawn: true }]);
    expect((await check('2019-06-01T12:00:00Z')).usable).toBe(true);
  });

  it('needs the service switched on, and every switch is written down', async () => {
    const deps = at('2018-06-01T12:00:00Z');
    const off = await switchService(deps, { companyId, actor: 'user:7', enabled: false });
    expect(off.usable).toBe(false);
    expect((await check('2018-06-01T12:00:00Z')).obstacle?.code).toBe('service_off');
    await switchService(deps, { companyId, actor: 'user:7', enabled: true });
    expect((await check('2018-06-01T12:00:00Z')).usable).toBe(true);
    const audit = await test.db
      .selectFrom('auditEvent')
      .select(['actor', 'action', 'data'])
      .where('companyId', '=', companyId)
      .orderBy('id')
      .execute();
    expect(audit).toEqual([
      { actor: 'user:7', action: 'service.switched', data: { enabled: false } },
      { actor: 'user:7', action: 'service.switched', data: { enabled: true } },
    ]);
  });

  it('is a company’s own: another one has not switched it on', async () => {
    const other = await test.db
      .insertInto('company')
      .values({ name: 'Inna' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect((await checkEntitlement(at('2018-06-01T12:00:00Z'), other.id)).obstacle?.code).toBe('service_off');
  });
});

describe('a missing catalogue', () => {
  it('never takes the service away', async () => {
    expect(await check('2030-01-01T12:00:00Z')).toMatchObject({ service: { state: 'unknown' }, usable: true });
  });
});

describe('loading the catalogue', () => {
  it('adds and corrects lines and forgets none', async () => {
    const deps = at('2018-06-01T12:00:00Z');
    await loadReleases(
      deps,
      known([
        { line: '8.3', releasedOn: '2017-10-01' },
        { line: '8.4', releasedOn: '2018-10-01' },
      ]),
    );
    await loadReleases(deps, known([{ line: '8.4', releasedOn: '2018-11-01', withdrawn: true }]));
    await loadReleases(deps, known([]));
    const rows = await test.db.selectFrom('releaseLine').select(['line', 'withdrawn']).orderBy('line').execute();
    expect(rows).toEqual([
      { line: '8.3', withdrawn: false },
      { line: '8.4', withdrawn: true },
    ]);
  });
});
