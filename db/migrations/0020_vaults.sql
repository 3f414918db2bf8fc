-- Two vaults beside the house, each of a role of its own. The roles belong to the whole server: they are made before
-- any migration (db/src/roles.ts) and belong to no dump. The role that migrates is a member of all of them.
-- A later file sets the owner of every table it makes in a vault; one in `public` is the house's by default.

-- Who may answer. Its own schema, which its own role or its own database may hold.
create schema roster authorization danban_roster;

alter schema urn owner to danban_urn;

-- Partitions of surveys that are open or kept, too: their owner drops and rewrites them.
do $$
declare
  relation regclass;
begin
  for relation in
    select c.oid from pg_class c where c.relnamespace = 'urn'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s owner to danban_urn', relation);
  end loop;
end $$;

-- Who counts reads opened sheets and writes nothing here.
grant usage on schema urn to danban_results;
grant select on urn.submission to danban_results;

grant usage on schema public to danban_house;
grant all on all tables in schema public to danban_house;
alter default privileges in schema public grant all on tables to danban_house;
