-- A survey that asks the people of a consultation whether their points were answered. Once for each consultation: one that was
-- cancelled, which is before anybody answered, or thrown away as a draft has asked nobody.
alter table survey add column follows uuid references survey (id) check (follows <> id);
create unique index survey_follows on survey (follows) where state <> 'cancelled';
