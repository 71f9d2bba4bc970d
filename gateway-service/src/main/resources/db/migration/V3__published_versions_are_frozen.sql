-- What was published, and what has finished, cannot be changed: not by the API, and not by a
-- statement of the service's own database user either.

-- The only change after publication is the step from published to retired.
create function keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'version % of % has to begin as a draft', new.version, new.benchmark
        using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'version % of % is % and cannot be deleted',
        old.version, old.benchmark, old.state using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if old.state = 'draft' then
    if new.state = 'retired'
        or new.state = 'published' and (new.content_hash is null or new.published_at is null) then
      raise exception 'the draft % of % can only be published, with its content hash and date',
        old.version, old.benchmark using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end if;
  if old.state = 'published' and new.state = 'retired'
      and to_jsonb(new) - 'state' - 'retired_at' = to_jsonb(old) - 'state' - 'retired_at' then
    return new;
  end if;
  raise exception 'version % of % is % and cannot be changed',
    old.version, old.benchmark, old.state using errcode = 'integrity_constraint_violation';
end
$$;
create trigger frozen before insert or update or delete on benchmark_version
  for each row execute function keep_version();

-- The version's row is locked meanwhile, so that it is not published between look and change.
create function keep_part_of_version() returns trigger language plpgsql as $$
declare
  owner record;
begin
  for owner in
    select benchmark, version, state from benchmark_version
    where id in (case when tg_op = 'INSERT' then new.version_id else old.version_id end,
      case when tg_op = 'DELETE' then old.version_id else new.version_id end)
    for share
  loop
    if owner.state <> 'draft' then
      raise exception 'version % of % is %: its % cannot be changed', owner.version,
        owner.benchmark, owner.state, case tg_table_name when 'item' then 'items' else 'judging' end
        using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end
$$;
create trigger frozen before insert or update or delete on item
  for each row execute function keep_part_of_version();
create trigger frozen before insert or update or delete on version_judging
  for each row execute function keep_part_of_version();

-- A judging protocol is known by the hash of its content; other content has another row.
create function keep_judging_protocol() returns trigger language plpgsql as $$
begin
  raise exception 'judging protocol % is named by the hash of its content and cannot be changed',
    old.hash using errcode = 'integrity_constraint_violation';
end
$$;
create trigger frozen before update or delete on judging_protocol
  for each row execute function keep_judging_protocol();

create function keep_evaluation() returns trigger language plpgsql as $$
begin
  raise exception 'evaluation % has finished and cannot be changed', old.id
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger frozen before update or delete on evaluation
  for each row when (old.summary is not null) execute function keep_evaluation();

create function keep_task() returns trigger language plpgsql as $$
begin
  raise exception 'task % has finished and cannot be changed', old.id
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger frozen before update or delete on task
  for each row when (old.state in ('scored', 'failed')) execute function keep_task();

-- Emptying a table passes by the triggers of its rows.
create function keep_rows() returns trigger language plpgsql as $$
begin
  raise exception 'the table % keeps what was published or has finished and cannot be emptied',
    tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger never_emptied before truncate on benchmark_version
  for each statement execute function keep_rows();
create trigger never_emptied before truncate on item
  for each statement execute function keep_rows();
create trigger never_emptied before truncate on version_judging
  for each statement execute function keep_rows();
create trigger never_emptied before truncate on judging_protocol
  for each statement execute function keep_rows();
create trigger never_emptied before truncate on evaluation
  for each statement execute function keep_rows();
create trigger never_emptied before truncate on task
  for each statement execute function keep_rows();
