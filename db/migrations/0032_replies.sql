-- Answers to clusters of opinions. The clusters themselves lie in comment_clustering; nothing here says anything of who wrote.

-- What staff did to the answer of a cluster, step by step: how it stands follows from its steps. Never changed, only added to.
create table reply_step (
  survey_id uuid not null references survey (id) on delete cascade,
  cluster_id uuid not null,
  number integer not null check (number > 0),
  account_id uuid not null references account (id),
  -- As which role she did it.
  role text not null,
  on_day date not null,
  -- SHA-256 over the ids of the opinions the cluster held: an answer to others is proposed again.
  members bytea not null check (length(members) = 32),
  act jsonb not null check (jsonb_typeof(act) = 'object'),
  primary key (survey_id, cluster_id, number)
);

-- What went out, one row for each answer and each correction of one, chained: each takes hold of the hash of the one before.
create table reply (
  survey_id uuid not null references survey (id) on delete cascade,
  seq integer not null check (seq > 0),
  cluster_id uuid not null,
  -- After how many steps of its cluster it went out.
  step integer not null check (step > 0),
  previous bytea check (length(previous) = 32),
  -- Canonical JSON.
  body text not null,
  content bytea not null check (content = sha256(convert_to(body, 'UTF8'))),
  hash bytea not null check (length(hash) = 32),
  primary key (survey_id, seq),
  unique (survey_id, hash),
  -- No two follow the same one, and only the first follows none.
  unique nulls not distinct (survey_id, previous),
  foreign key (survey_id, previous) references reply (survey_id, hash),
  check ((seq = 1) = (previous is null))
);

-- It goes with its survey alone.
create function published_reply_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id) then
    raise exception 'a published answer does not change';
  end if;
  return old;
end
$$;

create trigger published_reply_stays before update or delete on reply
  for each row execute function published_reply_stays();

create function published_replies_stay() returns trigger language plpgsql as $$
begin
  raise exception 'published answers do not change';
end
$$;

create trigger published_replies_stay before truncate on reply
  for each statement execute function published_replies_stay();
