-- When a survey opens by itself, whether it missed that moment, and until when its answer sheets are kept.
-- `raised`: thresholds raised after opening; those of the frozen definition are the least, never the most.
alter table survey
  add column opens_at timestamptz,
  add column missed_opening timestamptz,
  add column keep_until date,
  add column raised jsonb,
  add constraint survey_scheduled check (state <> 'scheduled' or opens_at is not null),
  drop constraint survey_check1,
  add constraint survey_published check (not published or state in ('released', 'archived'));

alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check
  check (kind in ('open', 'flush', 'close', 'release', 'destroy-keys', 'archive', 'erase'));
