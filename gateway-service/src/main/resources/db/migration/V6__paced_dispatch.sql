-- Pacing of endpoints, waiting evaluations, and what an evaluation has used.

-- An answer waits for a place at its judges, as a prompt waits for one at its model.
alter table task drop constraint task_state_check;
alter table task add constraint task_state_check check
  (state in ('waiting', 'asking', 'answered', 'judging', 'scored', 'failed', 'cancelled'));
-- Requests sent for it so far, and how many of them failed while its endpoint was well otherwise.
alter table task add column requests integer not null default 0;
alter table task add column failures integer not null default 0;
-- Not handed out again before.
alter table task add column not_before timestamptz;
alter table task add column first_failure_at timestamptz;
create index task_asking on task (evaluation_id) where state = 'asking';
create index task_answered on task (evaluation_id, judging, ordinal) where state = 'answered';
create index task_judging on task (evaluation_id, judging) where state = 'judging';

-- What messages name an evaluation by that is to stop; it says nothing of the evaluation.
alter table evaluation add column cancel_key uuid not null default gen_random_uuid();
-- Most that may be spent, in the currency of the prices; null for no limit.
alter table evaluation add column cost_limit numeric;
-- How long it waits for an endpoint that is down before its open items fail.
alter table evaluation add column patience_seconds integer not null default 7200
  check (patience_seconds >= 0);
alter table evaluation add column reuse_answers boolean not null default false;
-- What holds it up, if anything does, in words and since when.
alter table evaluation add column waits_for text
  check (waits_for in ('endpoint', 'judge', 'budget', 'queue'));
alter table evaluation add column waiting_reason text;
alter table evaluation add column waiting_since timestamptz;
alter table evaluation add column gives_up_at timestamptz;

-- How an endpoint, of a model or of a judge, is paced; see the class Pace.
create table pace (
  endpoint_id uuid primary key,
  body text not null
);

-- What an evaluation has used at an endpoint.
create table spending (
  evaluation_id uuid not null references evaluation,
  endpoint_id uuid not null,
  judge boolean not null,
  requests bigint not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  primary key (evaluation_id, endpoint_id)
);
