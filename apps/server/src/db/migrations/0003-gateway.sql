-- A company's account at a provider, and how it is to be asked. Money: integer ten-thousandths of a point or of a zloty.
create table gateway (
  id bigint generated always as identity primary key,
  company_id bigint not null unique references company,
  provider text not null,
  base_url text not null,
  sender text,
  timeout_ms integer not null default 10000 check (timeout_ms between 1000 and 120000),
  batch_size integer not null default 100 check (batch_size between 1 and 10000),
  requests_per_second integer not null default 10 check (requests_per_second between 1 and 100),
  concurrency integer not null default 3 check (concurrency between 1 and 20),
  max_parts integer not null default 10 check (max_parts between 1 and 10),
  part_price bigint not null default 1500 check (part_price >= 0),
  point_value bigint not null default 10000 check (point_value >= 0),
  callback_secret text not null unique,
  payment_type text,
  account_name text,
  verified_at timestamptz,
  last_error_code text,
  last_error_at timestamptz,
  -- The moment before which no request may leave: one clock for all workers of all machines.
  next_request_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sealed_secret (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  purpose text not null,
  record_id bigint not null,
  sealed text not null,
  created_at timestamptz not null default now(),
  unique (company_id, purpose, record_id)
);

create table subscription_service (
  company_id bigint not null references company,
  code text not null,
  enabled boolean not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (company_id, code)
);

create table balance_reading (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  gateway_id bigint not null references gateway,
  points bigint,
  read_at timestamptz not null default now()
);
create index balance_reading_gateway on balance_reading (company_id, gateway_id, id);
