import type { OwnDatabase } from '../../../test/support/own-database.ts';

/** Fills a company's directory by a few statements, whatever its size: names as firms have them, one number each. */
export async function seedContractors(database: OwnDatabase, companyId: string, count: number): Promise<void> {
  // indexes on words are built at once in a tenth of the time that keeping them row by row takes
  const slow = await database.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'contractor' and indexdef like '%USING gin%'`,
  );
  for (const { name } of slow) await database.query(`drop index ${name}`);
  await database.query(
    `insert into contractor (company_id, code, name, nip, city, groups, name_key, search)
     select $1::bigint, code, name, nip, city, array[kind], lower(name), lower(name || ' ' || code || ' ' || nip || ' ' || city)
     from (
       select 'K' || lpad(n::text, 7, '0') as code,
              lpad((1000000000 + n)::text, 10, '0') as nip,
              (array['Kraków','Łódź','Gdańsk','Poznań','Świdnica','Wąchock'])[1 + n % 6] as city,
              (array['Stali odbiorcy','Dostawcy','Detal'])[1 + n % 3] as kind,
              (array['Hurtownia','Skład','Cukiernia','Odlewnia','Biuro Rachunkowe','Zakład'])[1 + n % 6] || ' „' ||
              (array['Źródło','Żuraw','Gęśla','Łąka','Śnieżka'])[1 + n % 5] || '” ' || lpad(n::text, 7, '0') as name
       from generate_series(1, $2::int) n
     ) firms`,
    [companyId, count],
  );
  await database.query(
    `insert into contact (company_id, contractor_id, name, phone, phone_kind, phone_raw, is_primary)
     select company_id, id, 'Biuro', '+485' || right(code, 8 - 1) || '5', 'mobile', '5' || right(code, 7) || '5', true
     from contractor where company_id = $1::bigint`,
    [companyId],
  );
  for (const { definition } of slow) await database.query(definition);
  await database.query('vacuum analyze contractor, contact');
}
