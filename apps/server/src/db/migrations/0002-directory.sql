create extension if not exists pg_trgm;

create table contractor (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  code text,
  short_name text,
  name text not null check (name <> ''),
  nip text,
  street text,
  postal_code text,
  city text,
  country text,
  groups text[] not null default '{}',
  -- Written by domain/text-keys.ts: Polish alphabetical order, and folded text for searching.
  name_key text collate "C" not null,
  search text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index contractor_code on contractor (company_id, code) where code is not null;
create index contractor_name on contractor (company_id, name_key, id);
create index contractor_nip on contractor (company_id, nip) where nip is not null;
create index contractor_search on contractor using gin (search gin_trgm_ops);
create index contractor_groups on contractor using gin (groups);

create type phone_kind as enum ('mobile', 'landline', 'other');

create table contact (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  contractor_id bigint not null references contractor on delete cascade,
  name text,
  role text,
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_kind phone_kind,
  phone_raw text,
  phone_fault text,
  email text,
  is_primary boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((phone is null) = (phone_kind is null))
);
create index contact_contractor on contact (company_id, contractor_id);
create index contact_phone on contact (company_id, phone) where phone is not null;

-- The ledger of consents. Rows are only ever added (domain-facts 3.2).
create type consent_event_kind as enum ('given', 'confirmed', 'imported', 'withdrawn', 'expired');

create table consent_event (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  contractor_id bigint references contractor on delete set null,
  contact_id bigint references contact on delete set null,
  phone text not null,
  channel text not null default 'sms',
  purpose text not null default 'marketing',
  event consent_event_kind not null,
  -- When the person spoke. '-infinity' for a consent whose date nobody knows: it never outlives a withdrawal.
  effective_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  how text not null,
  source text
);
create index consent_event_phone on consent_event (company_id, phone, purpose);

-- The fold of the ledger, kept by the trigger below in the same statement; `goniec doctor` folds again and compares.
create table consent (
  company_id bigint not null references company,
  phone text not null,
  channel text not null,
  purpose text not null,
  active boolean not null,
  event consent_event_kind not null,
  effective_at timestamptz not null,
  event_id bigint not null,
  primary key (company_id, phone, channel, purpose)
);

-- The newest event decides; of two at the same moment the one that takes the right away (PKE art. 400, RODO art. 7(3)).
create function fold_consent() returns trigger language plpgsql as $$
begin
  insert into consent as c (company_id, phone, channel, purpose, active, event, effective_at, event_id)
  select distinct on (company_id, phone, channel, purpose)
    company_id, phone, channel, purpose, event not in ('withdrawn', 'expired'), event, effective_at, id
  from added
  order by company_id, phone, channel, purpose, effective_at desc, event in ('withdrawn', 'expired') desc, id desc
  on conflict (company_id, phone, channel, purpose) do update
    set active = excluded.active, event = excluded.event, effective_at = excluded.effective_at, event_id = excluded.event_id
    where excluded.effective_at > c.effective_at
      or (excluded.effective_at = c.effective_at and (c.active or not excluded.active));
  return null;
end $$;

create trigger consent_event_fold after insert on consent_event
  referencing new table as added for each statement execute function fold_consent();

create table suppression (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  phone text not null,
  reason text not null,
  source text not null,
  created_at timestamptz not null default now(),
  unique (company_id, phone)
);

create table import (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  file_name text not null,
  sha256 bytea not null,
  bytes integer not null,
  encoding text not null,
  delimiter text not null,
  columns jsonb not null,
  state text not null check (state in ('checked', 'applied')),
  summary jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  applied_at timestamptz
);

-- One row per line of the file, whatever became of it: nothing is lost without its reason.
create table import_row (
  company_id bigint not null references company,
  import_id bigint not null references import on delete cascade,
  line integer not null,
  outcome text not null check (outcome in ('create', 'update', 'same', 'rejected')),
  contractor_id bigint,
  cells jsonb not null,
  draft jsonb,
  changes jsonb not null default '[]',
  remarks jsonb not null default '[]',
  primary key (import_id, line)
);
