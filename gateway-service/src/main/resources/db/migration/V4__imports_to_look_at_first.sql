-- An import that was read and waits to be taken into its draft; gone when it is taken or expires.

create table staged_import (
  id uuid primary key,
  benchmark text not null,
  version text not null,
  judges text[] not null,
  private_items boolean,
  notes text,
  -- What the reading found, as JSON.
  report text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staged_import_by_expiry on staged_import (expires_at);

create table staged_item (
  import_id uuid not null references staged_import on delete cascade,
  ordinal integer not null,
  suite text not null,
  item_id text not null,
  category text not null,
  split text,
  prompt text not null,
  document text,
  instruction text,
  part text check (part = 'private'),
  primary key (import_id, ordinal),
  unique (import_id, suite, item_id)
);
