-- How far letters by e-mail have come. No name and no address; a place is dealt out under the key of the invitations, which
-- lies outside and goes at the close, so that it leads to nobody.
create table mailing (
  survey_id uuid not null references survey (id) on delete cascade,
  number smallint not null check (number > 0),
  kind text not null check (kind in ('invitation', 'reminder')),
  asked_on date not null,
  -- How many of the list have an address, and how many places have been gone through, whoever was written to.
  addresses integer not null check (addresses > 0),
  place integer not null default 0 check (place between 0 and addresses),
  primary key (survey_id, number)
);

alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check
  check (kind in ('open', 'flush', 'close', 'release', 'destroy-keys', 'archive', 'erase', 'erase-roster', 'mail'));
