-- What the people's inspection board says of a mark that a commitment is kept: that it is as reported, or that it is not.
-- Only added to; the last line about a mark is the one that stands.
create table commitment_check (
  survey_id uuid not null,
  number integer not null check (number > 0),
  mark integer not null,
  said_on date not null,
  -- Canonical JSON; names the mark by its hash.
  body text not null,
  hash bytea not null check (hash = sha256(convert_to(body, 'UTF8'))),
  primary key (survey_id, number),
  foreign key (survey_id, mark) references commitment_mark (survey_id, number) on delete cascade
);
create index commitment_check_mark on commitment_check (survey_id, mark);

-- As with the marks: it goes with its survey alone.
create trigger commitment_check_stays before update or delete on commitment_check
  for each row execute function commitment_mark_stays();
create trigger commitment_checks_stay before truncate on commitment_check
  for each statement execute function commitment_marks_stay();
