import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { nameActors } from './actor-names.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.pool.query("insert into app_user (name) values ('Anna Nowak'), ('Jan Kos')");
  await test.db
    .insertInto('apiKey')
    .values([
      { userId: 1, name: 'Sklep', prefix: 'goniec_sklep123', secretHash: randomBytes(32) },
      { userId: null, name: 'local', prefix: 'goniec_local123', secretHash: randomBytes(32), local: true },
    ])
    .execute();
});
afterAll(() => test.drop());

describe('those who act', () => {
  it('are called by their names, and the programs of this computer by theirs', async () => {
    const actors = ['user:2', 'user:1', 'user:2', 'key:goniec_sklep123', 'key:goniec_local123'];
    expect(Object.fromEntries(await nameActors(test.db, actors))).toEqual({
      'user:1': 'Anna Nowak',
      'user:2': 'Jan Kos',
      'key:goniec_sklep123': 'Sklep',
      'key:goniec_local123': 'goniec',
    });
  });

  it('have none when nobody knows them', async () => {
    const actors = ['system:inbound', 'user:99', 'user:x', 'key:goniec_gone', 'test'];
    expect([...(await nameActors(test.db, actors))]).toEqual([]);
    expect([...(await nameActors(test.db, []))]).toEqual([]);
  });
});
