-- Printed slips of surveys that are entered by code: which unit a code belongs to, and nothing else. A slip maps to nobody,
-- and it is never marked as used: using it means sending answers under it, and urn.staged's unique tag refuses a second
-- time. `hash`: SHA-256 over a label, the survey and the code's 80 bits.
create table urn.slip (
  survey_id uuid not null,
  hash bytea not null,
  unit smallint not null,
  primary key (survey_id, hash)
) partition by list (survey_id);
alter table only urn.slip alter column hash set statistics 0;
alter table only urn.slip alter column unit set statistics 0;
alter table urn.slip owner to danban_urn;
