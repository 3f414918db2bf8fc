-- Drafts have no other moment: the newest stands first.
alter table survey add column drafted_at timestamptz not null default now();

drop index survey_by_closing;
create index survey_by_closing on survey (closes_at desc nulls first, drafted_at desc, id);
