-- A survey has several releases: some while it is open, the one at its close, corrections of it. One row for each group of
-- people a release knows (a unit, or a breakdown of one), so that a page of it is read without the rest. Written by who
-- counts, once; read by everybody else, and never changed.

alter table release rename to release_before;
alter table release_before rename constraint release_pkey to release_before_pkey;
alter table release_before rename constraint release_survey_id_key to release_before_survey_id_key;
alter table release_before rename constraint release_survey_id_fkey to release_before_survey_id_fkey;

create table release (
  id uuid primary key,
  survey_id uuid not null references survey (id),
  number smallint not null check (number > 0),
  kind text not null check (kind in ('interim', 'final', 'correction')),
  -- The day of the plan an interim release was made for.
  planned date,
  made_on date not null,
  -- What it is about and what its tables are called, without a figure of anybody.
  head text not null,
  -- What it was computed with: thresholds, counts of groups, seed.
  params text not null,
  -- SHA-256 of the plan as people could see it before they answered; null where there was none.
  plan_hash bytea check (octet_length(plan_hash) = 32),
  -- SHA-256 over the head and then, in their order, what is said of each group and its cells, a line each.
  checksum bytea not null check (octet_length(checksum) = 32),
  unique (survey_id, number),
  check ((kind = 'interim') = (planned is not null)),
  unique (survey_id, planned)
);
create unique index release_final on release (survey_id) where kind = 'final';

create table release_group (
  release_id uuid not null references release (id),
  -- The totals of all units come first, each at the position of its unit.
  position integer not null check (position >= 0),
  unit integer not null check (unit >= 0),
  -- Of a unit's total: the unit above (-1 for the whole), its name, and the name without marks.
  parent integer check (parent >= -1),
  name text,
  search_key text,
  -- Of a breakdown: which category of which criterion, as JSON pairs.
  breakdown text,
  -- All that is said of the group beside its cells, as JSON.
  said text not null,
  primary key (release_id, position),
  check ((breakdown is null) = (position = unit)),
  check ((breakdown is null) = (parent is not null and name is not null and search_key is not null))
);
create index release_group_children on release_group (release_id, parent, position) where parent is not null;
create index release_group_breakdowns on release_group (release_id, unit, position) where breakdown is not null;

-- All tables of one group, packed (packages/contract/src/packed.ts).
create table release_cell (
  release_id uuid not null,
  position integer not null,
  cells text not null,
  primary key (release_id, position),
  foreign key (release_id, position) references release_group (release_id, position)
);

-- Releases of the version before: everything in one text, tables first. The same figures, a row for each unit.
with parsed as (
  select b.id, b.survey_id, b.checksum, b.body::jsonb as body,
    coalesce((s.closes_at at time zone 'Asia/Ho_Chi_Minh')::date, current_date) as made_on
  from release_before b join survey s on s.id = b.survey_id
), heads as (
  select id, survey_id, made_on, checksum, (body - 'units' - 'questions' || jsonb_build_object(
    'schema', 2, 'plan', null, 'questions', coalesce((
      select jsonb_agg(q.value || jsonb_build_object('tables', coalesce((
        select jsonb_agg(t.value - 'cells' order by t.n) from jsonb_array_elements(q.value -> 'tables') with ordinality t (value, n)
      ), '[]')) order by q.n)
      from jsonb_array_elements(body -> 'questions') with ordinality q (value, n)
    ), '[]')))::text as head
  from parsed
), units as (
  select p.id, (u.n - 1)::integer as position, u.value as unit, (u.value || jsonb_build_object(
      'position', u.n - 1,
      'children', (select count(*) from jsonb_array_elements(p.body -> 'units') c where (c ->> 'parent')::int = u.n - 1)
    ))::text as said,
    coalesce((
      select jsonb_agg(case cell ->> 'kind'
        when 'exact' then jsonb_build_array(cell -> 'mean') || (cell -> 'counts')
        when 'band' then jsonb_build_object('option', cell -> 'option', 'atLeast', cell -> 'atLeast')
        else '0' end order by q.n, t.n)
      from jsonb_array_elements(p.body -> 'questions') with ordinality q (value, n),
        jsonb_array_elements(q.value -> 'tables') with ordinality t (value, n),
        lateral (select t.value -> 'cells' -> (u.n - 1)::int as cell) as at
    ), '[]')::text as cells
  from parsed p, jsonb_array_elements(p.body -> 'units') with ordinality u (value, n)
), sums as (
  select h.id, sha256(convert_to(h.head || E'\n' || coalesce((
    select string_agg(u.said || E'\n' || u.cells || E'\n', '' order by u.position) from units u where u.id = h.id
  ), ''), 'UTF8')) as checksum
  from heads h
), stored as (
  insert into release (id, survey_id, number, kind, made_on, head, params, checksum)
  select h.id, h.survey_id, 1, 'final', h.made_on, h.head,
    jsonb_build_object('converted', encode(h.checksum, 'hex'))::text, s.checksum
  from heads h join sums s on s.id = h.id
  returning id
), grouped as (
  insert into release_group (release_id, position, unit, parent, name, search_key, said)
  select u.id, position, position, (unit ->> 'parent')::int, unit ->> 'name',
    btrim(regexp_replace(lower(translate(regexp_replace(normalize(unit ->> 'name', NFD), '[\u0300-\u036f]', '', 'g'),
      'đĐðÐ', 'dddd')), '[^[:alnum:]]+', ' ', 'g')), said
  from units u where u.id in (select id from stored)
  returning release_id
)
insert into release_cell (release_id, position, cells)
select u.id, u.position, u.cells from units u where u.id in (select release_id from grouped);

drop table release_before;

-- What is published stays: nobody changes a release, not even the owner of its tables.
create function refuse_change_of_release() returns trigger language plpgsql as $$
begin
  raise exception 'a release is never changed' using errcode = 'restrict_violation';
end
$$;
create trigger never_changed before update or delete or truncate on release
  for each statement execute function refuse_change_of_release();
create trigger never_changed before update or delete or truncate on release_group
  for each statement execute function refuse_change_of_release();
create trigger never_changed before update or delete or truncate on release_cell
  for each statement execute function refuse_change_of_release();

-- Who answers readers reads; who counts writes.
revoke all on release, release_group, release_cell from danban_house;
grant select on release, release_group, release_cell to danban_house;
grant usage on schema public to danban_results;
grant select, insert on release, release_group, release_cell to danban_results;

-- `released`: the number of the newest release readers are shown. `release_refused`: why the last one was not published.
alter table survey
  add column released smallint not null default 0 check (released >= 0),
  add column release_refused text check (release_refused in ('audit'));
update survey set released = 1 where id in (select survey_id from release);

alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check
  check (kind in ('open', 'flush', 'close', 'interim', 'release', 'correct', 'destroy-keys', 'archive', 'erase',
    'erase-roster', 'mail'));

-- What every release has told, over inner cells: people of one place with the same criteria, first counted in one release.
-- It lies with the answers and goes with them, and only who counts ever asks for it.
create table urn.ledger_cell (
  survey_id uuid not null,
  release smallint not null,
  -- Cell after cell: place (4 bytes), values of the criteria, people (4 bytes).
  places bytea not null,
  criteria bytea not null,
  people bytea not null,
  primary key (survey_id, release)
) partition by list (survey_id);
create table urn.ledger_column (
  survey_id uuid not null,
  release smallint not null,
  -- The groups it showed, as JSON: unit, breakdown, and whether sensitive questions were shown of it, too.
  shown text not null,
  primary key (survey_id, release)
) partition by list (survey_id);
alter table urn.ledger_cell owner to danban_urn;
alter table urn.ledger_column owner to danban_urn;
grant select, insert, delete on urn.ledger_cell, urn.ledger_column to danban_results;

-- Surveys whose sheets are there already.
do $$
declare
  sheets text;
  survey text;
  kind text;
begin
  for sheets in select relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
    where i.inhparent = 'urn.submission'::regclass
  loop
    survey := substr(sheets, length('submission_') + 1);
    foreach kind in array array['ledger_cell', 'ledger_column'] loop
      execute format('create table urn.%I partition of urn.%I for values in (%L)', kind || '_' || survey, kind, survey::uuid);
      execute format('alter table urn.%I owner to danban_urn', kind || '_' || survey);
    end loop;
  end loop;
end $$;

do $$
declare
  relation regclass;
  silent text;
begin
  for relation in select c.oid from pg_class c where c.relnamespace = 'urn'::regnamespace and c.relname like 'ledger%'
    and c.relkind in ('r', 'p')
  loop
    foreach silent in array case when relation::text like '%ledger_cell%' then array['places', 'criteria', 'people'] else array['shown'] end loop
      execute format('alter table only %s alter column %I set statistics 0', relation, silent);
    end loop;
  end loop;
end $$;
