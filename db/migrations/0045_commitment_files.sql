-- Files that are evidence of a mark: as everybody downloads them, pictures without what they told of place and device.
create table commitment_file (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null references survey (id) on delete cascade,
  -- In which order they were brought.
  number bigint generated always as identity,
  -- The mark it is evidence of, and its place there; null: it waits for one.
  mark integer,
  place smallint check (place between 1 and 3),
  media text not null check (media in ('pdf', 'jpg', 'png')),
  bytes bytea not null check (length(bytes) between 1 and 5 * 1024 * 1024),
  digest bytea not null check (digest = sha256(bytes)),
  brought_by uuid not null references account (id),
  brought_on date not null,
  foreign key (survey_id, mark) references commitment_mark (survey_id, number) on delete cascade,
  unique (survey_id, mark, place),
  check ((mark is null) = (place is null))
);
-- They are packed already.
alter table commitment_file alter column bytes set storage external;
create index commitment_file_digest on commitment_file (survey_id, digest);

-- Evidence goes with its survey alone; what waits may be dropped.
create function commitment_file_stays() returns trigger language plpgsql as $$
begin
  if old.mark is not null and (tg_op = 'UPDATE' or exists (select from survey where id = old.survey_id)) then
    raise exception 'evidence of a commitment does not change';
  end if;
  return case tg_op when 'UPDATE' then new else old end;
end
$$;
create trigger commitment_file_stays before update or delete on commitment_file
  for each row execute function commitment_file_stays();
create trigger commitment_files_stay before truncate on commitment_file
  for each statement execute function commitment_marks_stay();
