-- Points of official opinions are answered as clusters are, and their organisations say whether an answer satisfies them.

-- Steps about a point have nothing to do with anybody who answers anonymously: they stay when the opinions go.
alter table reply_step add column of_point boolean not null default false;

-- What an organisation says to an answer that went out: once to each version of it.
create table point_verdict (
  survey_id uuid not null,
  -- The row of the chain it is about.
  seq integer not null,
  organisation_id uuid not null,
  said_on date not null,
  -- Canonical JSON; names the answer by the hash it bears in the chain.
  body text not null,
  hash bytea not null check (hash = sha256(convert_to(body, 'UTF8'))),
  primary key (survey_id, seq),
  foreign key (survey_id, seq) references reply (survey_id, seq) on delete cascade,
  foreign key (survey_id, organisation_id) references invited_organisation (survey_id, id) on delete cascade
);
create index point_verdict_organisation on point_verdict (organisation_id);

-- It goes with its survey alone.
create function point_verdict_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id) then
    raise exception 'what an organisation said to an answer does not change';
  end if;
  return old;
end
$$;

create trigger point_verdict_stays before update or delete on point_verdict
  for each row execute function point_verdict_stays();

create function point_verdicts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what organisations said to answers does not change';
end
$$;

create trigger point_verdicts_stay before truncate on point_verdict
  for each statement execute function point_verdicts_stay();
