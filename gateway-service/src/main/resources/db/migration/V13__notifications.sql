-- Owners are told when an evaluation of theirs ends.

-- Where an owner is told: one e-mail address, and some webhooks.
create table notification_recipient (
  id uuid primary key,
  owner text not null,
  channel text not null check (channel in ('email', 'webhook')),
  address text not null check (char_length(address) <= 1000),
  -- What a webhook is signed with, sealed and bound to this id.
  sealed_secret text check ((channel = 'webhook') = (sealed_secret is not null)),
  -- 'unconfirmed': an e-mail address that nobody has shown to be theirs yet gets a code and no more.
  -- 'given-up': nothing got through for long, so it was switched off.
  state text not null check (state in ('unconfirmed', 'on', 'off', 'given-up')),
  -- Since when nothing got through; null when the last one did.
  failing_since timestamptz,
  -- The code that shows that somebody reads this address, and how often it was guessed at.
  code text,
  code_until timestamptz,
  code_guesses integer not null default 0,
  -- So many codes were asked for since then: nobody is to be pestered with them.
  codes integer not null default 0,
  codes_since timestamptz,
  -- When its owner has shown to read this address.
  confirmed_at timestamptz,
  -- In every e-mail, so that it can be switched off without signing in.
  unsubscribe_key text not null unique,
  created_at timestamptz not null,
  unique (owner, channel, address)
);
create unique index notification_recipient_email on notification_recipient (owner)
  where channel = 'email';

-- What one recipient is told, written in the transaction in which it happens, and sent afterwards.
create table notification (
  -- The receiver knows it by this, however often it comes.
  id uuid primary key,
  recipient_id uuid not null references notification_recipient on delete cascade,
  event text not null,
  evaluation_id uuid references evaluation,
  -- The body of a webhook as it is sent, fixed when it happened.
  body text not null,
  occurred_at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  -- The number of the last attempt; only who made that one may say what came of it.
  attempts integer not null default 0,
  -- From when the patience is counted: when it happened, or when its owner had it sent again.
  tried_since timestamptz not null,
  due_at timestamptz not null,
  -- While it is being sent. Whoever sends it may die; then it is sent again afterwards.
  leased_until timestamptz,
  attempted_at timestamptz,
  delivered_at timestamptz,
  last_error text check (char_length(last_error) <= 500)
);
create index notification_waiting on notification (recipient_id, due_at) where state = 'waiting';
create index notification_of_recipient on notification (recipient_id, occurred_at desc);
create index notification_by_age on notification (occurred_at);

-- When its open items failed because an endpoint was down for longer than the owner wanted to wait.
alter table evaluation add column given_up_at timestamptz;
