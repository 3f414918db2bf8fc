-- What lists are searched and ordered by. A key is its text without marks and case (`searchKey` of packages/text); it
-- is null only in rows older than this file, until the next start writes it.
alter table account add column search_key text;
alter table unit add column search_key text;
alter table body add column search_key text;
alter table survey add column search_key text;

-- What a list shows of a definition, beside the definition itself, which is long and is left alone by lists.
alter table survey
  add column kind text not null generated always as (coalesce(definition ->> 'kind', '')) stored,
  add column title jsonb not null generated always as (coalesce(definition -> 'title', '{}')) stored;

create index account_by_name on account (name, id);
create index survey_by_closing on survey (closes_at desc nulls first, id);
