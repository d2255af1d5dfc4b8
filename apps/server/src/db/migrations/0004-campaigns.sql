create type campaign_state as enum ('draft', 'frozen', 'sending', 'paused', 'finished', 'cancelled');
create type pause_cause as enum ('user', 'funds', 'credentials', 'entitlement', 'gateway_down', 'restore_hold');
create type batch_state as enum ('ready', 'submitting', 'uncertain', 'recorded', 'cancelled');
create type message_outcome as enum ('accepted', 'refused', 'excluded');
-- Declared from weakest to strongest knowledge: a report may only raise a message, so folding is greatest() (ADR 0006).
create type delivery_state as enum
  ('none', 'pending', 'no_report', 'unknown', 'expired', 'rejected', 'failed', 'undelivered', 'delivered');

create table campaign (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  subject text not null,
  body text not null default '',
  without_polish boolean not null default false,
  purpose text not null default 'marketing',
  state campaign_state not null default 'draft',
  pause_cause pause_cause,
  pause_code text,
  pause_until timestamptz,
  version integer not null default 1,
  audience_hash bytea,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  frozen_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  check ((state = 'paused') = (pause_cause is not null))
);
create index campaign_company on campaign (company_id, id);
create index campaign_running on campaign (state) where state in ('sending', 'paused');

create table recipient (
  company_id bigint not null references company,
  campaign_id bigint not null references campaign on delete cascade,
  contact_id bigint not null references contact on delete cascade,
  primary key (campaign_id, contact_id)
);
create index recipient_contact on recipient (contact_id);

-- The final text, once per distinct body: what is stored here is what went out.
create table message_text (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  campaign_id bigint not null references campaign,
  body text not null,
  encoding text not null check (encoding in ('gsm7', 'ucs2')),
  units integer not null,
  parts smallint not null
);
create index message_text_campaign on message_text (campaign_id);

-- Messages of one gateway request. Composition is fixed when the campaign is frozen; `epoch` is fixed at the first attempt.
create table batch (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  campaign_id bigint not null references campaign,
  gateway_id bigint not null references gateway,
  text_id bigint not null references message_text,
  state batch_state not null default 'ready',
  epoch bigint,
  attempt integer not null default 0,
  first_attempt_at timestamptz,
  not_before timestamptz,
  lease_until timestamptz,
  worker text,
  cause text
) with (fillfactor = 70);
create index batch_campaign on batch (campaign_id, id);
create index batch_open on batch (gateway_id, state, id) where state in ('ready', 'submitting', 'uncertain');

-- One row per recipient and campaign: what costs money. Narrow, and updated in place (fillfactor).
create table message (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  campaign_id bigint not null references campaign,
  batch_id bigint references batch,
  text_id bigint references message_text,
  contractor_id bigint,
  contact_id bigint,
  phone text,
  -- Our own decision or the gateway's answer; without one the batch's state speaks (view message_log).
  outcome message_outcome,
  outcome_code text,
  left_out boolean not null default false,
  delivery delivery_state not null default 'none',
  delivery_code smallint,
  parts smallint not null,
  points bigint not null,
  billed_parts smallint,
  billed_points bigint,
  provider_id text,
  accepted_at timestamptz,
  reported_at timestamptz,
  check (left_out or (batch_id is not null and text_id is not null and phone is not null))
) with (fillfactor = 80);
-- One message per number and campaign, whatever happens (design section 4, step 1).
create unique index message_number on message (campaign_id, phone) where not left_out;
create index message_campaign on message (campaign_id, id);
create index message_batch on message (batch_id) where batch_id is not null;
create index message_provider on message (company_id, provider_id) where provider_id is not null;
create index message_contractor on message (company_id, contractor_id, id);

-- Counters per batch, so that the header of a million-row campaign is a sum of a few hundred rows. Kept by triggers:
-- no statement can forget them, and `goniec doctor` counts the rows again.
create table message_tally (
  company_id bigint not null,
  campaign_id bigint not null,
  batch_id bigint not null,
  outcome text not null,
  delivery delivery_state not null,
  messages bigint not null,
  parts bigint not null,
  points bigint not null,
  billed_points bigint not null,
  primary key (campaign_id, batch_id, outcome, delivery)
) with (fillfactor = 50);

create function add_to_tally() returns trigger language plpgsql as $$
begin
  insert into message_tally as t
  select company_id, campaign_id, coalesce(batch_id, 0), coalesce(outcome::text, ''), delivery,
    count(*), sum(parts), sum(points), sum(coalesce(billed_points, 0))
  from added group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5
  on conflict (campaign_id, batch_id, outcome, delivery) do update set
    messages = t.messages + excluded.messages, parts = t.parts + excluded.parts,
    points = t.points + excluded.points, billed_points = t.billed_points + excluded.billed_points;
  return null;
end $$;

create function move_in_tally() returns trigger language plpgsql as $$
begin
  insert into message_tally as t
  select company_id, campaign_id, coalesce(batch_id, 0), coalesce(outcome::text, ''), delivery,
    sum(n), sum(n * parts), sum(n * points), sum(n * coalesce(billed_points, 0))
  from (select *, 1 as n from after union all select *, -1 from before) as moved
  group by 1, 2, 3, 4, 5
  having sum(n) <> 0 or sum(n * parts) <> 0 or sum(n * points) <> 0 or sum(n * coalesce(billed_points, 0)) <> 0
  order by 2, 3, 4, 5
  on conflict (campaign_id, batch_id, outcome, delivery) do update set
    messages = t.messages + excluded.messages, parts = t.parts + excluded.parts,
    points = t.points + excluded.points, billed_points = t.billed_points + excluded.billed_points;
  return null;
end $$;

create trigger message_added after insert on message
  referencing new table as added for each statement execute function add_to_tally();
create trigger message_moved after update on message
  referencing old table as before new table as after for each statement execute function move_in_tally();

-- Everything the gateway ever reported, as it came (without our secret): the proof, and the inbox for ids not known yet.
create table delivery_report (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  gateway_id bigint not null references gateway,
  message_id bigint references message,
  provider_id text not null,
  idx text,
  status_code smallint,
  status_name text,
  delivery delivery_state not null,
  done_at timestamptz,
  source text not null check (source in ('callback', 'query')),
  raw text,
  received_at timestamptz not null default now()
);
create index delivery_report_message on delivery_report (message_id) where message_id is not null;
create index delivery_report_unmatched on delivery_report (company_id, provider_id) where message_id is null;

-- Status SMS (stage 1) as people see it: the message's own outcome, else the state of its batch.
create view message_log as
select m.id, m.company_id, m.campaign_id, m.batch_id, m.text_id, m.contractor_id, m.contact_id, m.phone,
  coalesce(m.outcome::text, b.state::text) as handover, coalesce(m.outcome_code, case when m.outcome is null then b.cause end) as handover_code,
  m.delivery, m.delivery_code, m.parts, m.points, m.billed_parts, m.billed_points, m.provider_id, m.accepted_at, m.reported_at, b.epoch
from message m left join batch b on b.id = m.batch_id;

alter table message set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table batch set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
alter table message_tally set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
