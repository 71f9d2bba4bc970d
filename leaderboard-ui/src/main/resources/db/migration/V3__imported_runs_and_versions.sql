-- A run that was brought in stands beside our own results, and a version's page finds its results.
alter table evaluation add column imported boolean not null default false;
alter table evaluation add column benchmark text;
alter table evaluation add column version text;

drop index evaluation_on_board;
create index evaluation_on_board
  on evaluation (comparable_group, model_id, imported, finished_at desc) where state = 'complete';
create index evaluation_of_version
  on evaluation (benchmark, version, finished_at desc) where state = 'complete';

update evaluation set benchmark = body::json ->> 'benchmark', version = body::json ->> 'version';
