-- What a task failed of last while it is tried again; null when it has not failed.
alter table task add column last_failure text;
