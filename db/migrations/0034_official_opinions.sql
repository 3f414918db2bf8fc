-- Organisations that are asked by name, and what they wrote. Nothing here has to do with anybody who answers anonymously.

create table invited_organisation (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null references survey (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('front', 'union', 'people_inspection', 'parent_board', 'office', 'other')),
  -- How the organizer reaches it. For staff alone.
  contact text not null check (length(contact) <= 300),
  answer_by date not null,
  -- SHA-256 of the secret in its link; null once the link was taken back.
  secret_hash bytea unique check (length(secret_hash) = 32),
  invited_on date not null,
  -- The day its link was first used.
  opened_on date,
  unique (survey_id, name),
  unique (survey_id, id)
);

-- The file it puts beside its letter; a version that was sent keeps the one it was sent with.
create table opinion_file (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references invited_organisation (id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  media text not null check (media in ('pdf', 'docx')),
  bytes bytea not null check (length(bytes) between 1 and 5 * 1024 * 1024),
  digest bytea not null check (digest = sha256(bytes)),
  unique (organisation_id, id)
);

-- What it is writing. One at a time: a correction begins with what was sent.
create table opinion_draft (
  organisation_id uuid primary key references invited_organisation (id) on delete cascade,
  -- Counts its changes from a number drawn by chance: a form made for another draft never fits.
  revision integer not null check (revision > 0),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  saved_on date not null,
  file_id uuid,
  foreign key (organisation_id, file_id) references opinion_file (organisation_id, id)
);

-- What it sent, one row for each version: a correction stands beside what it corrects.
create table official_opinion (
  survey_id uuid not null,
  organisation_id uuid not null,
  number integer not null check (number > 0),
  sent_on date not null,
  -- Canonical JSON.
  body text not null,
  hash bytea not null check (hash = sha256(convert_to(body, 'UTF8'))),
  file_id uuid,
  primary key (organisation_id, number),
  foreign key (organisation_id, file_id) references opinion_file (organisation_id, id),
  foreign key (survey_id, organisation_id) references invited_organisation (survey_id, id) on delete cascade
);
create index official_opinion_survey on official_opinion (survey_id);

-- It goes with its survey alone.
create function sent_opinion_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id) then
    raise exception 'an official opinion does not change';
  end if;
  return old;
end
$$;

create trigger sent_opinion_stays before update or delete on official_opinion
  for each row execute function sent_opinion_stays();

create function opinion_file_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a file beside an opinion does not change';
end
$$;

create trigger opinion_file_stays before update on opinion_file
  for each row execute function opinion_file_stays();

create function sent_opinions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'official opinions do not change';
end
$$;

create trigger sent_opinions_stay before truncate on official_opinion
  for each statement execute function sent_opinions_stay();
