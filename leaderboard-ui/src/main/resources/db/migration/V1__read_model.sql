-- Everything here can be built again from the gateway. What pages filter and sort by has columns of
-- its own; the rest stays in the message as it came.

create table evaluation (
  id uuid primary key,
  revision bigint not null,
  state text not null
    check (state in ('queued', 'running', 'judging', 'complete', 'failed', 'cancelled')),
  model_id uuid not null,
  comparable_group text,
  finished_items integer not null,
  created_at timestamptz,
  finished_at timestamptz,
  body text not null
);
create index evaluation_of_model on evaluation (model_id, created_at desc);
create index evaluation_on_board on evaluation (comparable_group, model_id, finished_at desc)
  where state = 'complete';
create index evaluation_not_on_board on evaluation (created_at desc) where state <> 'complete';

-- One finished item of one evaluation; never changed.
create table item (
  task_id uuid primary key,
  evaluation_id uuid not null,
  ordinal integer not null,
  suite text not null,
  item_id text not null,
  category text not null,
  split text,
  label text,
  failure text,
  body text not null,
  unique (evaluation_id, suite, item_id)
);
create index item_by_ordinal on item (evaluation_id, ordinal);

create table benchmark_version (
  benchmark text not null,
  version text not null,
  published_at timestamptz,
  retired_at timestamptz,
  body text not null,
  primary key (benchmark, version)
);

create table outbox (
  id bigint generated always as identity primary key,
  key text not null,
  message_id uuid not null,
  body text not null,
  created_at timestamptz not null
);
