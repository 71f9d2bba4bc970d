-- One prompt handed out by the gateway: claimed by a replica, then recorded with its outcome.
create table transcript (
  task_id uuid primary key,
  claimed_by uuid not null,
  claimed_until timestamptz not null,
  answer text,
  failure text,
  recorded_at timestamptz,
  check (recorded_at is null or (answer is null) <> (failure is null))
);

create table outbox (
  id bigint generated always as identity primary key,
  key text not null,
  message_id uuid not null,
  body text not null,
  created_at timestamptz not null
);
