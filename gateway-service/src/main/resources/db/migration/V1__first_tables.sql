create table model (
  id uuid primary key,
  name text not null,
  organization text not null,
  provider text not null,
  base_url text not null,
  model_name text not null,
  max_concurrency integer not null check (max_concurrency between 1 and 1000),
  description text,
  simulated boolean not null,
  owner text not null,
  created_at timestamptz not null,
  unique (owner, name)
);

create table judge (
  id uuid primary key,
  name text not null unique,
  -- Names the key. A judge at another address is another endpoint, so that a key is never sent to
  -- an address it was not given for.
  endpoint_id uuid not null unique,
  provider text not null,
  base_url text not null,
  model_name text not null,
  family text,
  max_concurrency integer not null check (max_concurrency between 1 and 1000),
  updated_at timestamptz not null
);

-- Sealed with AES-256-GCM, bound to the endpoint; the key is never in the database.
create table credential (
  endpoint_id uuid primary key,
  sealed text not null,
  updated_at timestamptz not null
);

create table benchmark_version (
  id uuid primary key,
  benchmark text not null,
  version text not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  private_items boolean not null,
  judges text[] not null,
  content_hash text,
  -- How models are asked; part of what is frozen when the version is published.
  generation text,
  created_at timestamptz not null,
  published_at timestamptz,
  retired_at timestamptz,
  unique (benchmark, version)
);

create table item (
  version_id uuid not null references benchmark_version on delete cascade,
  suite text not null,
  item_id text not null,
  ordinal integer not null,
  category text not null,
  split text,
  prompt text not null,
  primary key (version_id, suite, item_id)
);

-- Content-addressed: a row is never changed.
create table judging_protocol (
  hash text primary key,
  body text not null
);

create table version_judging (
  version_id uuid not null references benchmark_version on delete cascade,
  suite text not null,
  hash text not null references judging_protocol,
  primary key (version_id, suite)
);

create table evaluation (
  id uuid primary key,
  model_id uuid not null references model,
  version_id uuid not null references benchmark_version,
  state text not null
    check (state in ('queued', 'running', 'judging', 'complete', 'failed', 'cancelled')),
  revision bigint not null,
  comparable_group text not null,
  summary text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index evaluation_active on evaluation (model_id)
  where state in ('queued', 'running', 'judging');
create index evaluation_by_creation on evaluation (created_at desc);

-- One item of one evaluation.
create table task (
  id uuid primary key,
  evaluation_id uuid not null references evaluation,
  ordinal integer not null,
  suite text not null,
  item_id text not null,
  category text not null,
  split text,
  prompt text not null,
  judging text not null,
  state text not null
    check (state in ('waiting', 'asking', 'judging', 'scored', 'failed', 'cancelled')),
  attempts integer not null,
  lease_until timestamptz,
  answer text,
  verdict text,
  votes text,
  label text,
  failure_kind text,
  failure_detail text,
  finished_at timestamptz,
  unique (evaluation_id, suite, item_id)
);
create index task_by_ordinal on task (evaluation_id, ordinal);
create index task_waiting on task (evaluation_id, ordinal) where state = 'waiting';
create index task_leased on task (lease_until) where state in ('asking', 'judging');

create table outbox (
  id bigint generated always as identity primary key,
  key text not null,
  message_id uuid not null,
  body text not null,
  created_at timestamptz not null
);

create table dead_letter (
  id bigint generated always as identity primary key,
  message_id text,
  routing_key text not null,
  reason text not null,
  body text not null,
  received_at timestamptz not null
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  action text not null,
  subject text not null
);
