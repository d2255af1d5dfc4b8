-- A contractor is found by its people, too. The database folds their names itself, as domain/text-keys.ts folds those of contractors,
-- so that every way to write a contact stays as it is.
alter table contact add column search text not null generated always as (
  normalize(
    replace(lower(regexp_replace(normalize(coalesce(name, ''), NFD), '[\u0300-\u036f]+', '', 'g')), 'ł', 'l'), NFC)
) stored;
create index contact_search on contact using gin (search gin_trgm_ops);
