-- A session as its owner recognises it: which kind of browser on which kind of machine, as codes of ours, and since when.
-- No address, and nothing of the browser's own text. Everybody signs in once more.
delete from session;
alter table session
  add column id uuid not null unique,
  add column browser text not null,
  add column system text not null,
  add column started_at timestamptz not null;

-- Whose hands a survey is in. Who made it stays beside it, and does not change.
alter table survey add column responsible uuid references account (id);
update survey set responsible = created_by;
alter table survey alter column responsible set not null;
create index survey_responsible on survey (responsible);
