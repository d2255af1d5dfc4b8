-- Cities in the order of the Polish alphabet, written by domain/text-keys.ts as `name_key` is. What is here already gets its key
-- by the same rule, as far as Polish letters go.
alter table contractor add column city_key text collate "C";
update contractor set city_key =
  replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(city)),
    'ą', 'a~'), 'ć', 'c~'), 'ę', 'e~'), 'ł', 'l~'), 'ń', 'n~'), 'ó', 'o~'), 'ś', 's~'), 'ź', 'z~'), 'ż', 'z~~')
where city is not null;

-- One row for each statement that changed a company's directory. Long lists are kept in memory in their order
-- (db/ordered-lists.ts), and these rows tell whether they still hold. A counter would make everybody who writes wait for everybody
-- else; rows that are only added wait for nobody.
create table directory_change (
  id bigint generated always as identity primary key,
  company_id bigint not null,
  at timestamptz not null default now()
);
create index directory_change_company on directory_change (company_id, id);

-- Tells every program, too: what is on a screen is asked for again.
create function note_directory_change() returns trigger language plpgsql as $$
begin
  insert into directory_change (company_id) select distinct company_id from changed;
  perform pg_notify('goniec', json_build_object('type', 'directory.changed', 'companyId', company_id::text, 'id', null)::text)
  from (select distinct company_id from changed) as companies;
  return null;
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array['contractor', 'contact', 'suppression', 'consent_event'] loop
    execute format('create trigger %1$s_added_to_directory after insert on %1$I referencing new table as changed for each statement execute function note_directory_change()', watched);
    execute format('create trigger %1$s_changed_in_directory after update on %1$I referencing new table as changed for each statement execute function note_directory_change()', watched);
    execute format('create trigger %1$s_gone_from_directory after delete on %1$I referencing old table as changed for each statement execute function note_directory_change()', watched);
  end loop;
end $$;
