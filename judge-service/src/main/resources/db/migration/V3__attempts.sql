-- An answer may be handed out again after an outcome that may pass, and the votes that are there
-- stay; what came of it is kept as the message that told of it.
alter table judgement add column attempt integer not null default 1;
alter table judgement add column passing boolean;
alter table judgement add column outcome text;
update judgement set passing = false, outcome = jsonb_strip_nulls(jsonb_build_object(
    'taskId', task_id, 'verdict', verdict::jsonb, 'failure', failure::jsonb,
    'votes', votes::jsonb, 'identity', identity))::text
  where recorded_at is not null;
alter table judgement drop column judging, drop column verdict, drop column failure,
  drop column votes, drop column identity;
alter table judgement alter column attempt drop default;
alter table judgement add check
  (recorded_at is null or (passing is not null and outcome is not null));
