-- What staff did, as one chain of hashes. A respondent has no row here, and nothing counts answers.

create table audit_event (
  seq integer primary key check (seq > 0),
  at timestamptz(3) not null,
  -- Who acted, named as at that time and without a key to `account`: the chain outlives it. Null: the installation itself.
  actor_id uuid,
  actor_name text,
  actor_role text,
  actor_body_id text,
  actor_body_name text,
  act text not null,
  object_kind text not null,
  object_id text not null,
  object_name text not null,
  -- In whose scope the act lies; null: the whole installation.
  unit_id text,
  unit_name text,
  details jsonb not null,
  salt bytea not null check (octet_length(salt) = 16),
  previous bytea,
  -- SHA-256 of the canonical JSON of the columns above.
  content bytea not null check (octet_length(content) = 32),
  -- SHA-256 of the canonical JSON of seq, previous and content.
  hash bytea not null check (octet_length(hash) = 32),
  -- Found by, without marks; made from the names above and no part of the chain.
  search_key text not null,
  -- Numbered without a gap, each act after the very one before it, no two after the same.
  before_seq integer generated always as (nullif(seq - 1, 0)) stored,
  unique (seq, hash),
  foreign key (before_seq, previous) references audit_event (seq, hash),
  check ((seq = 1) = (previous is null)),
  check ((actor_id is null) = (actor_name is null)),
  check ((actor_body_id is null) = (actor_body_name is null)),
  check ((unit_id is null) = (unit_name is null))
);
create index audit_event_at on audit_event (at);
create index audit_event_actor on audit_event (actor_id, seq);
create index audit_event_object on audit_event (object_kind, object_id, seq);
create index audit_event_unit on audit_event (unit_id, seq);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'restrict_violation';
end
$$;
create trigger only_added_to before update or delete on audit_event
  for each statement execute function refuse_change_of_audit();
create trigger never_emptied before truncate on audit_event
  for each statement execute function refuse_change_of_audit();
