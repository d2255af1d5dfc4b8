-- What applying an import wrote: for a changed row also what stood there before. Undoing reads nothing else (ADR 0013).
create table import_write (
  company_id bigint not null references company,
  import_id bigint not null references import on delete cascade,
  line integer not null,
  thing text not null check (thing in ('contractor', 'contact', 'consent')),
  thing_id bigint not null,
  contractor_id bigint not null,
  -- Null: it was not there before.
  before jsonb,
  written jsonb not null,
  primary key (import_id, line, thing, thing_id)
);

alter table import
  -- How many things applying wrote. Null: applied before they were written down, so nobody can undo it.
  add column writes integer,
  add column undone_at timestamptz,
  add column undone_by text,
  add column undo jsonb,
  drop constraint import_state_check,
  add constraint import_state_check check (state in ('checked', 'applied', 'undone')),
  add constraint import_undone_check check ((state = 'undone') = (undone_at is not null) and (undone_at is null) = (undone_by is null));

-- What became of the row when the import was undone, with the reasons why something of it stays.
alter table import_row add column undo jsonb;
create index import_row_contractor on import_row (contractor_id) where contractor_id is not null;

-- An entry of the ledger recorded by mistake. It stays where it is and counts no more: a later entry annuls it.
alter type consent_event_kind add value 'annulled';
alter table consent_event
  add column annuls bigint references consent_event,
  add constraint consent_event_annuls_check check ((event::text = 'annulled') = (annuls is not null));
create unique index consent_event_annuls on consent_event (annuls) where annuls is not null;
-- Deleting a contractor or contact looks for its entries here.
create index consent_event_contractor on consent_event (contractor_id) where contractor_id is not null;
create index consent_event_contact on consent_event (contact_id) where contact_id is not null;

-- As before, and: numbers of which an entry was annulled are folded again without it. Only consents are ever annulled
-- (usecases/undo-import.ts), so no right to send can come out of it that was not there.
create or replace function fold_consent() returns trigger language plpgsql as $$
begin
  insert into consent as c (company_id, phone, channel, purpose, active, event, effective_at, event_id)
  select distinct on (company_id, phone, channel, purpose)
    company_id, phone, channel, purpose, event not in ('withdrawn', 'expired'), event, effective_at, id
  from added
  where annuls is null
  order by company_id, phone, channel, purpose, effective_at desc, event in ('withdrawn', 'expired') desc, id desc
  on conflict (company_id, phone, channel, purpose) do update
    set active = excluded.active, event = excluded.event, effective_at = excluded.effective_at, event_id = excluded.event_id
    where excluded.effective_at > c.effective_at
      or (excluded.effective_at = c.effective_at and (c.active or not excluded.active));

  if exists (select from added where annuls is not null) then
    -- Held first and folded by the next statement, which sees what others committed meanwhile: no STOP gets lost between the two.
    perform from consent c
    where (c.company_id, c.phone, c.channel, c.purpose) in (select company_id, phone, channel, purpose from added where annuls is not null)
    order by c.company_id, c.phone, c.channel, c.purpose for update;

    with touched as (
      select distinct company_id, phone, channel, purpose from added where annuls is not null
    ), folded as (
      select distinct on (e.company_id, e.phone, e.channel, e.purpose) e.*
      from touched join consent_event e using (company_id, phone, channel, purpose)
      where e.annuls is null and not exists (select from consent_event a where a.annuls = e.id)
      order by e.company_id, e.phone, e.channel, e.purpose, e.effective_at desc, e.event in ('withdrawn', 'expired') desc, e.id desc
    ), gone as (
      delete from consent c using touched t
      where (c.company_id, c.phone, c.channel, c.purpose) = (t.company_id, t.phone, t.channel, t.purpose)
        and not exists (select from folded f where (f.company_id, f.phone, f.channel, f.purpose) = (t.company_id, t.phone, t.channel, t.purpose))
    )
    update consent c set active = f.event not in ('withdrawn', 'expired'), event = f.event, effective_at = f.effective_at, event_id = f.id
    from folded f
    where (c.company_id, c.phone, c.channel, c.purpose) = (f.company_id, f.phone, f.channel, f.purpose) and c.event_id <> f.id;
  end if;
  return null;
end $$;
