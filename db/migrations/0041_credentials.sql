-- Behind a list what let a sheet in, kept beside it where the urn is opened once, at the close (docs/privacy.md): stratum, prefix,
-- pseudonym, both signatures. Null on every other door.
alter table urn.submission add column credential bytea;
alter table only urn.submission alter column credential set statistics 0;
do $$
declare
  sheets regclass;
begin
  for sheets in select inhrelid::regclass from pg_inherits where inhparent = 'urn.submission'::regclass loop
    execute format('alter table %s alter column credential set statistics 0', sheets);
  end loop;
end
$$;

-- Of a release those credentials whose number it publishes, leaf after leaf (docs/verify.md). Written with it, by who counts; it
-- goes with the sheets.
create table release_credentials (
  release_id uuid primary key references release (id),
  leaves bytea not null
);
alter table release_credentials alter column leaves set statistics 0;
alter table release_credentials alter column leaves set storage external;

create trigger never_changed before update or truncate on release_credentials
  for each statement execute function refuse_change_of_release();
revoke all on release_credentials from danban_house;
grant select, delete on release_credentials to danban_house;
grant select, insert on release_credentials to danban_results;
