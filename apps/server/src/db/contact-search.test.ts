import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createFirm, type Firm } from '../../test/support/firm.ts';
import { fold } from '../domain/text-keys.ts';

let test: TestDatabase;
let firm: Firm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await createFirm(test.db, { contacts: 1 });
});
afterAll(() => test.drop());

/** What the database makes of the names, one after another. */
async function searchTextsOf(names: readonly string[]): Promise<string[]> {
  const { companyId } = firm;
  const { rows } = await sql<{ search: string }>`
    insert into contact (company_id, contractor_id, name)
    select ${companyId}::bigint, o.id, n.name from contractor o, unnest(${names}::text[]) with ordinality as n(name, nr)
    where o.company_id = ${companyId} order by n.nr returning search`.execute(test.db);
  return rows.map(({ search }) => search);
}

// without a capital sigma, whose small letter depends on its place in JavaScript alone
const LETTERS = Array.from('ąćęłńóśźżĄĆĘŁŃÓŚŹŻäöüßéèçñøåšžřđŐűıİаБЙїσabcXYZ059.,-’&()');

it('folds names of contacts as names of contractors are folded', async () => {
  const names = ['Zażółć GĘŚLĄ jaźń', 'Ło\u0301dz\u0301', "Zoë D'Ávila-Łoś", 'ŻÓŁĆ', 'Ёлка', '100%', '김치'];
  expect(await searchTextsOf(names)).toEqual(names.map(fold));
});

it('folds every name alike', async () => {
  const name = fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 30 })
    .map((letters) => letters.join(''));
  const names = fc.sample(name, 2_000);
  expect(await searchTextsOf(names)).toEqual(names.map(fold));
});
