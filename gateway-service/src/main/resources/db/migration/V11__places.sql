-- Tasks handed out together are worked on one after another and take one place at the endpoint,
-- until the last of them is back: that one holds it.
alter table task add column holds_place boolean not null default true;

drop index task_asking;
create index task_asking on task (evaluation_id, holds_place) where state = 'asking';
drop index task_judging;
create index task_judging on task (evaluation_id, judging, holds_place) where state = 'judging';
