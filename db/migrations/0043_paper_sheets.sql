-- How many sheets were filled in on paper and typed in by whoever organises, as they say. Of the survey as a whole: no sheet,
-- and no slip it was typed in under, bears a mark.
alter table survey add column on_paper integer not null default 0 check (on_paper >= 0);
