-- Submitting in steps, what a submitter says of a model, and withdrawing.

-- Null where nothing was said.
alter table model add column open_weights boolean;
alter table model add column billion_parameters double precision check (billion_parameters > 0);
alter table model add column medical_tuning boolean;

-- A draft is a submission that is not finished. Nobody but its owner knows of it, and nothing is
-- asked of its endpoint but a test.
alter table model add column state text not null default 'accepted'
  check (state in ('draft', 'accepted', 'withdrawn'));
alter table model add check (state = 'draft' or provider = 'imported'
  or base_url <> '' and model_name <> '');

-- What the endpoint said to the last test since it was entered, as JSON; null when none succeeded.
alter table model add column last_test text;

alter table model add column withdrawn_at timestamptz;
alter table model add column withdrawn_reason text check (length(withdrawn_reason) <= 500);
alter table model add check ((state = 'withdrawn') = (withdrawn_at is not null));
alter table model add check ((withdrawn_at is null) = (withdrawn_reason is null));

create index model_drafts on model (created_at) where state = 'draft';

-- Tests of endpoints, of which an account has so many in a time.
create table endpoint_test (
  id bigint generated always as identity primary key,
  owner text not null,
  at timestamptz not null
);
create index endpoint_test_by_owner on endpoint_test (owner, at);

alter table evaluation add column withdrawn_at timestamptz;
alter table evaluation add column withdrawn_reason text check (length(withdrawn_reason) <= 500);
alter table evaluation add check ((withdrawn_at is null) = (withdrawn_reason is null));
alter table evaluation add check (withdrawn_at is null or finished_at is not null);

-- The only change after an evaluation has finished is that it is withdrawn, once, which its
-- revision tells of. What it found stays as it is.
create or replace function keep_evaluation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
      and new.revision = old.revision + 1
      and to_jsonb(new) - 'withdrawn_at' - 'withdrawn_reason' - 'revision'
        = to_jsonb(old) - 'withdrawn_at' - 'withdrawn_reason' - 'revision' then
    return new;
  end if;
  raise exception 'evaluation % has finished and cannot be changed', old.id
    using errcode = 'integrity_constraint_violation';
end
$$;
