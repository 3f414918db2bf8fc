-- What anyone may check later. Leaves of opened batches leave the urn as they are: hashes, a batch after the other, in each
-- in their own order. The log of the installation says what happened to surveys, a line each, with days and without people.

-- Written by a flush in the transaction that writes its sheets; goes when the sheets go, by then the house has it.
create table urn.leaf_batch (
  survey_id uuid not null,
  number smallint not null check (number > 0),
  leaves bytea not null check (octet_length(leaves) % 32 = 0),
  primary key (survey_id, number)
);
alter table urn.leaf_batch alter column leaves set statistics 0;
alter table urn.leaf_batch owner to danban_urn;

create table log_leaves (
  survey_id uuid not null references survey (id),
  batch smallint not null check (batch > 0),
  leaves bytea not null check (octet_length(leaves) % 32 = 0),
  primary key (survey_id, batch)
);
alter table log_leaves alter column leaves set statistics 0;

-- A line of the log: canonical JSON, whose bytes are the data of its leaf.
create table log_entry (
  position integer primary key check (position >= 0),
  body text not null
);

-- The log under its root, signed. One for each number of lines it was signed at.
create table log_checkpoint (
  size integer primary key check (size > 0),
  note text not null
);

create function log_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the log is added to and never changed' using errcode = 'restrict_violation';
end
$$;
create trigger log_stays before update or delete or truncate on log_leaves for each statement execute function log_stays();
create trigger log_stays before update or delete or truncate on log_entry for each statement execute function log_stays();
create trigger log_stays before update or delete or truncate on log_checkpoint for each statement execute function log_stays();
revoke update, delete, truncate on log_leaves, log_entry, log_checkpoint from danban_house;
