-- Names a verdict by everything that could move it; null for one that was reached before.
alter table judgement add column identity text;
