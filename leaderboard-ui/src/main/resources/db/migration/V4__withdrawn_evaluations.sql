-- Withdrawn evaluations are listed by name and ranked with nothing.
alter table evaluation add column withdrawn boolean not null default false;
