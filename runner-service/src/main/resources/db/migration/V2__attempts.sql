-- A prompt may be handed out again after an outcome that may pass; what came of it is kept as the
-- message that told of it.
alter table transcript add column attempt integer not null default 1;
alter table transcript add column passing boolean;
alter table transcript add column outcome text;
update transcript set passing = false, outcome = jsonb_strip_nulls(jsonb_build_object(
    'taskId', task_id, 'answer', answer::jsonb, 'failure', failure::jsonb))::text
  where recorded_at is not null;
alter table transcript drop column answer, drop column failure;
alter table transcript alter column attempt drop default;
alter table transcript add check
  (recorded_at is null or (passing is not null and outcome is not null));
