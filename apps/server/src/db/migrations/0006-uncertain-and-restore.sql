-- A person decides about a message of which nobody knows whether the gateway took it (ADR 0009).
alter table gateway add column settle_automatically boolean not null default true;

-- How often a person had it sent again. Part of its idx, so that the gateway takes the next copy for a new message.
alter table message add column generation smallint not null default 0;

-- The copies left behind by "send again": a late report for one of them still has to find its message.
create table message_resend (
  company_id bigint not null references company,
  message_id bigint not null references message,
  generation smallint not null,
  -- The batch it was in: its epoch, its attempts.
  batch_id bigint not null references batch,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  -- When a report proved that the gateway had taken this copy after all.
  taken_at timestamptz,
  primary key (message_id, generation)
);

-- The life sign of this database, mirrored outside it with the epoch: a backup is behind its mirror (ADR 0010).
alter table instance
  add column pulse bigint not null default 0,
  add column pulse_at timestamptz;
