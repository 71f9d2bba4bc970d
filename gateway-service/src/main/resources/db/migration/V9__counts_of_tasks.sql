-- How many tasks of an evaluation are in which state, kept by the database itself, so that nobody
-- has to read the tasks to know how far an evaluation is; see decision 0020.

-- The sum over all rows of a kind is the number of tasks. Changes are added as rows of their own,
-- in the transaction that moves the tasks, and folded into one row a kind from time to time: so no
-- transaction waits for another here, and none can end in a deadlock.
create table task_count (
  evaluation_id uuid not null,
  state text not null,
  failure_kind text,
  has_answer boolean not null,
  tasks integer not null
);
create index task_count_by_evaluation on task_count (evaluation_id);

create function count_tasks() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into task_count (evaluation_id, state, failure_kind, has_answer, tasks)
      select evaluation_id, state, failure_kind, answer is not null, count(*)
      from come group by 1, 2, 3, 4;
  elsif tg_op = 'DELETE' then
    insert into task_count (evaluation_id, state, failure_kind, has_answer, tasks)
      select evaluation_id, state, failure_kind, answer is not null, -count(*)
      from gone group by 1, 2, 3, 4;
  else
    insert into task_count (evaluation_id, state, failure_kind, has_answer, tasks)
      select evaluation_id, state, failure_kind, has_answer, sum(tasks) from (
        select evaluation_id, state, failure_kind, answer is not null as has_answer, 1 as tasks
        from come
        union all
        select evaluation_id, state, failure_kind, answer is not null, -1 from gone) as moved
      group by 1, 2, 3, 4 having sum(tasks) <> 0;
  end if;
  return null;
end
$$;
create trigger counted_insert after insert on task
  referencing new table as come for each statement execute function count_tasks();
create trigger counted_update after update on task
  referencing old table as gone new table as come for each statement execute function count_tasks();
create trigger counted_delete after delete on task
  referencing old table as gone for each statement execute function count_tasks();

-- Nobody moves a task between the triggers and this: creating them has locked the table.
insert into task_count (evaluation_id, state, failure_kind, has_answer, tasks)
  select evaluation_id, task.state, failure_kind, answer is not null, count(*)
  from task join evaluation on evaluation.id = evaluation_id
  where evaluation.state in ('queued', 'running', 'judging')
  group by 1, 2, 3, 4;

-- What was last computed and told of an evaluation that runs; gone when it has ended.
create table evaluation_progress (
  evaluation_id uuid primary key references evaluation,
  metrics text,
  metrics_at timestamptz,
  -- How many items were finished then.
  metrics_of integer,
  told text
);

-- The board: in each group the newest complete evaluation of each model.
create index evaluation_complete on evaluation (comparable_group, model_id, finished_at desc)
  where state = 'complete';
