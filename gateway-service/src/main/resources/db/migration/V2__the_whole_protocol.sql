-- Documents, instructions and private parts of items; repetitions; settings of versions.

alter table item add column document text;
alter table item add column instruction text;
alter table item add column part text check (part = 'private');

alter table benchmark_version add column settings text;
alter table benchmark_version add column notes text;
-- A string by which the version can be found in training data; null until it is published.
alter table benchmark_version add column canary text;
-- It was the published protocol's in every version so far, which is what no settings mean.
alter table benchmark_version drop column generation;

alter table task add column document text;
alter table task add column instruction text;
alter table task add column part text;
alter table task add column repetition integer not null default 1;
alter table task add column identity text;
alter table task add column answer_length integer;
alter table task add column stock_refusal boolean;
alter table task drop constraint task_evaluation_id_suite_item_id_key;
alter table task add unique (evaluation_id, suite, item_id, repetition);

alter table model add column family text;

alter table judge add column revision text;
alter table judge add column replies text not null default 'text'
  check (replies in ('text', 'json-object', 'json-schema'));

-- Judging protocols and content hashes are made in another way from here on: what was published
-- before keeps its results and takes no new evaluation. What runs on it ends.
update benchmark_version set state = 'retired', retired_at = now() where state = 'published';
update task set state = 'cancelled', lease_until = null
  where state in ('waiting', 'asking', 'judging');
update evaluation set state = 'cancelled', finished_at = now(), revision = revision + 1
  where state in ('queued', 'running', 'judging');
