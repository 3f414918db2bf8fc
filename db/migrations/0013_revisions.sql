-- Every save of a draft is kept for a while, so that it can be undone and nobody writes over somebody else's words.
-- `content` is the revision whose text this one has: its own number, or that of the one it went back to.
alter table survey add column revision integer not null default 0;

create table survey_revision (
  survey_id uuid not null references survey (id) on delete cascade,
  revision integer not null,
  content integer not null,
  definition jsonb not null,
  saved_by uuid not null references account (id),
  saved_at timestamptz not null,
  primary key (survey_id, revision),
  check (content <= revision)
);

insert into survey_revision (survey_id, revision, content, definition, saved_by, saved_at)
  select id, 0, 0, definition, created_by, now() from survey where state = 'draft';
