-- How many sealed answers of a survey could not be opened any more, because a backup from before their flush was restored
-- and their key had been destroyed. A number of the whole survey and nothing else of them.
create table urn.unopened (
  survey_id uuid primary key,
  answers integer not null check (answers >= 0)
);
