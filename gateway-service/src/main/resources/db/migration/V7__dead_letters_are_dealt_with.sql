-- Somebody deals with a dead letter, once: it is sent again, or discarded with a reason.

alter table dead_letter add column state text not null default 'open'
  check (state in ('open', 'retried', 'discarded'));
-- Whether the body is, byte for byte, what came. Of long ones only the beginning was kept before.
alter table dead_letter add column whole boolean not null default true;
update dead_letter set whole = false where length(body) >= 100000;
-- What letters have in common that were set aside for the same reason.
alter table dead_letter add column reason_class text not null
  generated always as (split_part(reason, ':', 1)) stored;
alter table dead_letter add column dealt_with_at timestamptz;
alter table dead_letter add column dealt_with_by text;
alter table dead_letter add column discard_reason text check (char_length(discard_reason) <= 500);
alter table dead_letter add check ((state = 'open') = (dealt_with_at is null));
alter table dead_letter add check ((state = 'open') = (dealt_with_by is null));
alter table dead_letter add check ((state = 'discarded') = (discard_reason is not null));
create index dead_letter_open on dead_letter (routing_key, reason_class, id) where state = 'open';
