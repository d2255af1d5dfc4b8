-- What stands in the way of every company at once.
alter type pause_cause add value 'storage';
alter type pause_cause add value 'clock';

alter table gateway
  -- Attempts in a row that ended without an answer one can use (domain/breaker.ts).
  add column failures integer not null default 0,
  -- The pace the gateway asked for, in requests per second, and since when it has been recovering (db/gateway-pace.ts).
  add column slowed_to real check (slowed_to > 0),
  add column slowed_at timestamptz,
  add check ((slowed_to is null) = (slowed_at is null));

alter table campaign
  add column paused_at timestamptz,
  -- How often in a row a check found that the cause of the pause still stands (domain/pause-check.ts).
  add column pause_checks integer not null default 0;
-- `pause_until` is the next look at the cause; without one only a person lets the campaign go on. No index on it, and room in
-- every page: a pause must be written even when the disk is full and no file can grow.
alter table campaign set (fillfactor = 70);

alter table batch
  -- How often the gateway put off the one number of this batch (error 52).
  add column deferrals smallint not null default 0,
  -- The clock was set back while nobody knew what became of it: its age is not known any more, so no program asks again.
  add column age_unknown boolean not null default false;

-- The latest moment this database has seen: a clock behind it was set back.
alter table instance add column highest_at timestamptz;
