-- What each clause of a version became in the next one, as somebody has looked through it; and what lies beside a draft.

create table draft_link (
  survey_id uuid not null,
  from_number integer not null,
  to_number integer not null check (to_number > from_number),
  -- What was decided clause by clause, the oldest first: undoing takes the last. Once confirmed, every link.
  body jsonb not null check (jsonb_typeof(body) = 'object' and jsonb_typeof(body -> 'decisions') = 'array'),
  confirmed_by uuid references account (id),
  confirmed_on date,
  primary key (survey_id, to_number),
  foreign key (survey_id, from_number) references draft_version (survey_id, number) on delete cascade,
  foreign key (survey_id, to_number) references draft_version (survey_id, number) on delete cascade,
  check (num_nulls(confirmed_by, confirmed_on, body -> 'links') in (0, 3))
);

-- Opinions have followed these links: as long as the version is published they stay. They go with their survey alone.
create function confirmed_links_stay() returns trigger language plpgsql as $$
begin
  if exists (select from draft_version v where v.survey_id = old.survey_id and v.number = old.to_number
               and v.body is not null)
     and (tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id)) then
    raise exception 'confirmed links of a published version do not change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger confirmed_links_stay before update or delete on draft_link
  for each row execute function confirmed_links_stay();

-- A version that follows another is published with confirmed links or not at all.
create function following_draft_is_linked() returns trigger language plpgsql as $$
begin
  if exists (select from draft_version v where v.survey_id = new.survey_id and v.number < new.number
               and v.body is not null)
     and not exists (select from draft_link l where l.survey_id = new.survey_id and l.to_number = new.number
                       and l.confirmed_on is not null) then
    raise exception 'a version is published with its links confirmed';
  end if;
  return new;
end
$$;

create trigger following_draft_is_linked before update on draft_version
  for each row when (old.body is null and new.body is not null) execute function following_draft_is_linked();

create table draft_attachment (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null references survey (id) on delete cascade,
  -- The version it lies beside.
  number integer not null check (number > 0),
  name text not null check (length(name) between 1 and 120),
  media text not null check (media in ('pdf', 'docx', 'xlsx')),
  bytes bytea not null check (length(bytes) between 1 and 5 * 1024 * 1024),
  not_secret_by uuid not null references account (id),
  added_on date not null,
  unique (survey_id, number, name)
);

-- What people have been given to read with a published version stays. It goes with its survey alone.
create function published_attachment_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     or (exists (select from draft_version v where v.survey_id = old.survey_id and v.number = old.number
                   and v.body is not null)
         and exists (select from survey where id = old.survey_id)) then
    raise exception 'an attachment of a published version stays as it is';
  end if;
  return old;
end
$$;

create trigger published_attachment_stays before update or delete on draft_attachment
  for each row execute function published_attachment_stays();
