-- A correction says why it was made; the reason stands in public beside the release it led to. What is corrected is how many
-- were asked: of answers nothing can be. One waits at a time.
create table release_correction (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null references survey (id) on delete cascade,
  reason text not null check (length(reason) between 1 and 500),
  -- The number of the release it led to; null while it waits to be counted.
  release smallint,
  unique (survey_id, release)
);
create unique index release_correction_waits on release_correction (survey_id) where release is null;
