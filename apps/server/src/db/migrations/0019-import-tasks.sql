-- How far long work on an import is; written beside its transaction, into which nobody sees. Gone when the work ends, worth nothing
-- after a crash. `import_id` has no foreign key: checking it would wait for the very work that is told of.
create unlogged table import_task (
  id bigint generated always as identity primary key,
  company_id bigint not null references company,
  import_id bigint,
  kind text not null check (kind in ('check', 'apply', 'undo')),
  file_name text not null,
  done integer not null default 0,
  total integer not null default 0,
  told_at timestamptz not null default now()
);
create index import_task_company on import_task (company_id);
