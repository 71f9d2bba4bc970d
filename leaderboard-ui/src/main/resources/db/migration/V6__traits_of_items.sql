-- By what an item is found beside its columns: whether its votes differ, the labels of its sentences,
-- words of refusal. Null where nobody has looked yet: items that came before this are looked at when
-- somebody asks for one of these.
alter table item add column traits text[];
create index item_without_traits on item (evaluation_id) where traits is null;

-- Lists are counted, filtered and paged in this index alone; only the items that are shown are read.
drop index item_by_ordinal;
create index item_by_ordinal on item (evaluation_id, ordinal)
  include (task_id, suite, category, split, label, failure, repetition, part, traits);
