-- What went wrong at a gateway lately, for people to look at. The same trouble within an hour is one row that counts. Written after
-- what it is about was committed, never in the same transaction: losing a line here loses nothing else.
create table gateway_error (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  gateway_id bigint not null references gateway,
  operation text not null check (operation in ('send', 'balance', 'test', 'senders', 'reports', 'inbound', 'check')),
  code text not null,
  times integer not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now()
);
create index gateway_error_latest on gateway_error (company_id, gateway_id, last_at);
