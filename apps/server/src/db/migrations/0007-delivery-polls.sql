-- The schedule asks about delivery in slices (db/delivery-polls.ts): the message it stopped at, when it goes on, and how
-- many rounds a campaign has had.
alter table campaign
  add column polled_to bigint not null default 0,
  add column poll_at timestamptz,
  add column poll_rounds smallint not null default 0;
