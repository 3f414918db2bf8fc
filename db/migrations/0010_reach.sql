-- Under which units each unit hangs, and in which days: `unit_place` followed upwards, kept so that rights over
-- thousands of rows are a look-up. A unit reaches itself at distance 0; a unit that has ended keeps its last place.
create table unit_reach (
  unit_id text not null,
  ancestor_id text not null,
  during daterange not null,
  distance smallint not null check (distance >= 0),
  primary key (unit_id, ancestor_id, during)
);
create index unit_reach_ancestor on unit_reach (ancestor_id, unit_id);

create function write_unit_reach() returns trigger language plpgsql as $$
begin
  delete from unit_reach;
  insert into unit_reach (unit_id, ancestor_id, during, distance)
  with recursive span as (
    select unit_id, parent_id,
      daterange(valid_from, lead(valid_from) over (partition by unit_id order by valid_from)) as during
    from unit_place
  ),
  reach as (
    select unit_id, unit_id as ancestor_id, parent_id, during, 0 as distance from span
    union all
    select reach.unit_id, span.unit_id, span.parent_id, reach.during * span.during, reach.distance + 1
    from reach join span on span.unit_id = reach.parent_id and span.during && reach.during
  )
  select unit_id, ancestor_id, during, distance from reach;
  return null;
end $$;

-- Nothing but this writes the table, so it is never other than the places say.
create trigger unit_place_changed after insert or update or delete on unit_place
  for each statement execute function write_unit_reach();
update unit_place set parent_id = parent_id;
