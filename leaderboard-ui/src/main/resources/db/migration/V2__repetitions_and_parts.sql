-- An item may be asked several times, and may belong to the part only administrators see.
alter table item add column repetition integer not null default 1;
alter table item add column part text;
alter table item drop constraint item_evaluation_id_suite_item_id_key;
alter table item add unique (evaluation_id, suite, item_id, repetition);

-- The gateway retired what was published before it knew the whole protocol.
update benchmark_version set retired_at = now() where retired_at is null;
