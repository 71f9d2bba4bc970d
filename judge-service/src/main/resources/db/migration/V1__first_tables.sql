-- One answer to judge: claimed by a replica, then recorded with its outcome and every vote.
create table judgement (
  task_id uuid primary key,
  claimed_by uuid not null,
  claimed_until timestamptz not null,
  judging text,
  verdict text,
  failure text,
  votes text,
  recorded_at timestamptz,
  check (recorded_at is null or (verdict is null) <> (failure is null))
);

create table outbox (
  id bigint generated always as identity primary key,
  key text not null,
  message_id uuid not null,
  body text not null,
  created_at timestamptz not null
);
