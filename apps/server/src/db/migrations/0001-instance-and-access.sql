-- One row for the whole installation: what binds this database to its server (design section 4, domain-facts 5.1).
create table instance (
  singleton boolean primary key default true check (singleton),
  installation_id uuid not null default gen_random_uuid(),
  epoch bigint not null default 0,
  key_check text,
  highest_date date,
  hold_reason text,
  held_at timestamptz,
  created_at timestamptz not null default now()
);
insert into instance default values;

-- Release catalogue: entitlement is computed from it (domain-facts section 4).
create table release_line (
  line text primary key,
  released_on date not null,
  withdrawn boolean not null default false
);

create table company (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  nip text,
  wrapped_key text,
  created_at timestamptz not null default now()
);

create table app_user (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  email text,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table membership (
  company_id bigint not null references company,
  user_id bigint not null references app_user,
  role text not null default 'administrator',
  primary key (company_id, user_id)
);

-- Only hashes of secrets are kept: a stolen database opens no session.
create table sign_in_link (
  token_hash bytea primary key,
  user_id bigint references app_user,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  id bigint generated always as identity primary key,
  user_id bigint not null references app_user,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table api_key (
  id bigint generated always as identity primary key,
  user_id bigint references app_user,
  name text not null,
  prefix text not null unique,
  secret_hash bytea not null,
  local boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table audit_event (
  id bigint generated always as identity primary key,
  company_id bigint references company,
  actor text not null,
  action text not null,
  subject text,
  data jsonb not null default '{}',
  at timestamptz not null default now()
);
create index audit_event_company on audit_event (company_id, id);

-- Answers to POST requests that carried an Idempotency-Key, so that a repeat gets the same answer.
create table idempotency_key (
  actor text not null,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  status smallint,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
