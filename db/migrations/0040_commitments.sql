-- What is said of a commitment after its answer went out: that it is kept, with evidence, or that it is open after all. Only
-- added to; whether it is late follows from its date.
create table commitment_mark (
  survey_id uuid not null,
  number integer not null check (number > 0),
  -- The row of the chain whose commitment it is about.
  seq integer not null,
  said_on date not null,
  -- Canonical JSON; names the answer by the hash it bears in the chain.
  body text not null,
  hash bytea not null check (hash = sha256(convert_to(body, 'UTF8'))),
  primary key (survey_id, number),
  foreign key (survey_id, seq) references reply (survey_id, seq) on delete cascade
);
create index commitment_mark_reply on commitment_mark (survey_id, seq);

-- It goes with its survey alone.
create function commitment_mark_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id) then
    raise exception 'what was said of a commitment does not change';
  end if;
  return old;
end
$$;

create trigger commitment_mark_stays before update or delete on commitment_mark
  for each row execute function commitment_mark_stays();

create function commitment_marks_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was said of commitments does not change';
end
$$;

create trigger commitment_marks_stay before truncate on commitment_mark
  for each statement execute function commitment_marks_stay();
