-- Who has a draft open right now, one row a window (*seat*). It is worth nothing after a crash, so it is not written ahead:
-- windows announce themselves again within seconds.
create unlogged table campaign_editor (
  company_id bigint not null references company,
  campaign_id bigint not null references campaign on delete cascade,
  seat text not null check (seat ~ '^[A-Za-z0-9_-]{8,64}$'),
  actor text not null,
  user_id bigint references app_user on delete cascade,
  opened_at timestamptz not null,
  -- The first letter typed in this window; null while it is only looked at.
  editing_since timestamptz,
  seen_at timestamptz not null,
  primary key (campaign_id, seat)
);
create index campaign_editor_seen on campaign_editor (seen_at);
