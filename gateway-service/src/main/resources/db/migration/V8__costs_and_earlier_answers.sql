-- What cost limits are kept by, and answers that are taken again.

-- What an item was expected to cost when the limit was set; see the class ExpectedCost.
create table expected_cost (
  evaluation_id uuid primary key references evaluation,
  model numeric not null,
  judges numeric not null,
  dear numeric not null
);

-- Names the request an answer was given to by everything that could move the answer.
alter table task add column request_identity text;
create index task_by_request on task (request_identity) where request_identity is not null;
