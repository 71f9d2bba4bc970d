-- By what an item is found beside its columns: whether its votes differ, the labels of its sentences,
-- words of refusal. Null where nobody has looked yet: items that came before this are looked at when
-- somebody asks for one of these.
alter table item add column traits text[];
create index item_without_traits on item (evaluation_id) where traits is null;

-- Lists of items are filtered within one evaluation. No index beside those there are makes that
-- faster: long messages stand apart from the rows, and a message that is written pays for each index.
