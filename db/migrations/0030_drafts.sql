-- The draft text of a consultation, version by version. The uploaded file itself is not kept: its words are.

create table draft_version (
  survey_id uuid not null references survey (id) on delete cascade,
  number integer not null check (number > 0),
  label text not null check (length(label) between 1 and 80),
  dated_on date not null,
  origin text not null check (origin in ('docx', 'markdown', 'plain', 'paste')),
  -- SHA-256 of the file, or of the text that was pasted.
  file_hash bytea not null check (length(file_hash) = 32),
  -- What was noticed while it was read, as codes.
  notes jsonb not null check (jsonb_typeof(notes) = 'array'),
  not_secret_by uuid not null references account (id),
  -- Counts its changes from a number drawn by chance: a form made for another text never fits.
  revision integer not null check (revision > 0),
  -- Its clauses with their permanent keys, and the hash of that text. There once it is published.
  body text,
  tree_hash bytea check (length(tree_hash) = 32),
  published_on date,
  published_by uuid references account (id),
  primary key (survey_id, number),
  check (num_nulls(body, tree_hash, published_on, published_by) in (0, 4))
);

-- One is worked on at a time.
create unique index draft_version_working on draft_version (survey_id) where body is null;

-- Its pieces as they were after each correction, and as they were read: undoing goes back by one.
create table draft_step (
  survey_id uuid not null,
  number integer not null,
  step integer not null check (step > 0),
  body text not null,
  primary key (survey_id, number, step),
  foreign key (survey_id, number) references draft_version (survey_id, number) on delete cascade
);

-- What people have read and answered to stays what it was. It goes with its survey alone.
create function published_draft_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id) then
    raise exception 'a published version does not change';
  end if;
  return old;
end
$$;

create trigger published_draft_stays before update or delete on draft_version
  for each row when (old.body is not null) execute function published_draft_stays();
