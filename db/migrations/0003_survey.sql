-- A survey from its draft to its release. Times here are the survey's own, never a respondent's.

create type survey_state as enum ('draft', 'open', 'closing', 'closed', 'released');

create table survey (
  id uuid primary key,
  body_id text not null references body (id),
  unit_id text not null references unit (id),
  created_by uuid not null references account (id),
  state survey_state not null default 'draft',
  definition jsonb not null,
  -- SHA-256 of the canonical JSON of the definition, set when it is frozen at opening.
  definition_hash bytea,
  opened_on date,
  closes_at timestamptz,
  published boolean not null default false,
  results_slug text not null unique,
  -- Moves only when the urn is flushed: a number that ticks while people answer is a timing log.
  answered integer not null default 0,
  check (state = 'draft' or (definition_hash is not null and closes_at is not null)),
  check (not published or state = 'released')
);

-- The unit tree as it stood when the survey opened (R1). Position 0 is the whole; parents come before children.
-- `own`: the people who belong to an inner unit itself and to none below it form a team of their own.
create table survey_unit (
  survey_id uuid not null references survey (id) on delete cascade,
  position smallint not null,
  parent smallint not null,
  unit_id text not null,
  name text not null,
  own boolean not null default false,
  invited integer check (invited >= 0),
  answered integer not null default 0,
  primary key (survey_id, position),
  check (parent < position)
);

create table share_link (
  slug text primary key,
  survey_id uuid not null references survey (id) on delete cascade,
  -- Where in the frozen tree its answers are counted.
  unit_position smallint not null,
  foreign key (survey_id, unit_position) references survey_unit (survey_id, position),
  unique (survey_id, unit_position)
);

-- A frozen, disclosure-controlled set of tables: computed once, then only read.
create table release (
  id uuid primary key,
  survey_id uuid not null unique references survey (id),
  body text not null,
  -- SHA-256 of `body`.
  checksum bytea not null
);

-- Texts copied at close: the question they answer and nothing else. No submission, no unit, no order.
create table comment (
  id uuid primary key,
  survey_id uuid not null references survey (id) on delete cascade,
  question_id text not null,
  body text not null
);
alter table comment alter column body set statistics 0;

-- Work that must survive a restart, taken with FOR UPDATE SKIP LOCKED.
create table job (
  survey_id uuid not null references survey (id) on delete cascade,
  kind text not null check (kind in ('flush', 'close', 'release')),
  run_at timestamptz not null,
  attempts integer not null default 0,
  primary key (survey_id, kind)
);
create index job_due on job (run_at);
