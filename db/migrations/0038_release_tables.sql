-- Beside a release what its figures can be counted from anew: for each table the leaves of all sheets, opened as far as the
-- figures of the release are published (docs/verify.md). Written with the release, by who counts, and never changed.
create table release_table (
  release_id uuid not null references release (id),
  number integer not null check (number >= 0),
  root bytea not null check (octet_length(root) = 32),
  leaves bytea not null,
  primary key (release_id, number)
);
alter table release_table alter column leaves set statistics 0;
alter table release_table alter column leaves set storage external;

create trigger never_changed before update or delete or truncate on release_table
  for each statement execute function refuse_change_of_release();
revoke all on release_table from danban_house;
grant select on release_table to danban_house;
grant select, insert on release_table to danban_results;
