-- A list of a province is shown, printed and searched a page at a time: where each person stands in it (by unit, then by
-- given name), and her name without marks. `refused`: the latest invitation that went to everybody was refused for her
-- address. No reminder ever writes it, for reminders go to who has not come.
alter table roster.entry
  add column place integer,
  add column search_key text,
  add column refused boolean not null default false;

-- Lists from before; what is written from now on comes from `searchKey` of packages/text.
update roster.entry set place = ordered.place, search_key = ordered.search_key
from (
  select survey_id, id,
    row_number() over (partition by survey_id
      order by unit_id, regexp_replace(name, '^.* ', '') collate "vi-x-icu", name collate "vi-x-icu", id) - 1 as place,
    btrim(regexp_replace(lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐ', 'dddd')),
      '[^[:alnum:]]+', ' ', 'g')) as search_key
  from roster.entry
) as ordered
where entry.survey_id = ordered.survey_id and entry.id = ordered.id;

alter table roster.entry
  alter column place set not null,
  alter column search_key set not null,
  add constraint entry_place unique (survey_id, place);

-- As of the name: no values of it outside the table.
do $$
declare
  relation regclass;
begin
  for relation in select inhrelid from pg_inherits where inhparent = 'roster.entry'::regclass loop
    execute format('alter table %s alter column search_key set statistics 0', relation);
  end loop;
end $$;
