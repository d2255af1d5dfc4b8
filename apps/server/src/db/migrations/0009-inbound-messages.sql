-- Texts that people send to the company (domain-facts 3.4): each as it came, whoever sent it. What says stop is a withdrawn
-- consent in the same transaction; everything else waits for a person.
create table inbound_message (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  gateway_id bigint not null references gateway,
  -- As the gateway names the sender; null for a call that nobody can read.
  sender text,
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  body text not null,
  -- When it was sent by the gateway's clock, and when it reached us by ours.
  sent_at timestamptz,
  received_at timestamptz not null default now(),
  -- The message it answers, as the gateway names it and as we found it, and the contractor that one was for.
  provider_id text,
  message_id bigint references message,
  contractor_id bigint references contractor on delete set null,
  state text not null check (state in ('to_read', 'read', 'withdrawn')),
  handled_at timestamptz,
  handled_by text,
  -- The same call told again has the same one.
  fingerprint bytea not null,
  raw text not null,
  unique (company_id, fingerprint),
  check ((state = 'to_read') = (handled_by is null)),
  check ((handled_at is null) = (handled_by is null))
);
create index inbound_message_company on inbound_message (company_id, id);
create index inbound_message_state on inbound_message (company_id, state, id);
create index inbound_message_phone on inbound_message (company_id, phone, id) where phone is not null;
create index inbound_message_contractor on inbound_message (company_id, contractor_id, id) where contractor_id is not null;

-- The address of such texts is shown to people, who give it to the gateway: it must not be that of the delivery reports.
alter table gateway add column inbound_secret text not null unique
  default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
