-- Runs that were made elsewhere, in the reference code's layout.

-- An imported run's version is the name of what it ran on: it holds no items, takes no evaluation
-- and is never published.
alter table benchmark_version drop constraint benchmark_version_state_check;
alter table benchmark_version add check (state in ('draft', 'published', 'retired', 'imported'));

-- An imported run's model has no endpoint, and its name may be that of one of the same owner's.
alter table model drop constraint model_owner_name_key;
create unique index model_own_name on model (owner, name) where provider <> 'imported';
create unique index model_imported_name on model (organization, name) where provider = 'imported';

alter table evaluation add column origin text check (origin = 'imported');

-- A record as it came, to be exported again field by field; null in our own.
alter table task add column original text;

-- The two other files of a run, as they came.
create table imported_run (
  evaluation_id uuid primary key references evaluation,
  run_id text not null,
  suite text not null,
  manifest text not null,
  metrics text not null,
  unique (run_id, suite)
);
