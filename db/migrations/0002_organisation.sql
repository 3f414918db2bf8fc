-- Units, the bodies that ask, the accounts that work here. A person who answers a survey has no row in any of these.

create type account_role as enum
  ('admin', 'organizer', 'drafter', 'leader', 'moderator', 'inspector', 'collector');

create table unit (
  id text primary key,
  type text not null,
  name text collate "vi-x-icu" not null,
  short_name text collate "vi-x-icu" not null,
  doc_code text,
  budget_group text,
  -- How many people belong to the unit; null where nobody has said.
  staff integer check (staff >= 0),
  students integer check (students >= 0),
  households integer check (households >= 0),
  valid_from date not null,
  -- The last day on which the unit exists; null while no end is known.
  valid_to date,
  check (valid_to >= valid_from)
);

-- Where a unit hangs in the tree from a day on; null parent: a root. A place lasts until the next one begins,
-- so two places on one day cannot be written down.
create table unit_place (
  unit_id text not null references unit (id) on delete cascade,
  valid_from date not null,
  parent_id text references unit (id),
  primary key (unit_id, valid_from),
  check (parent_id <> unit_id)
);
create index unit_place_parent on unit_place (parent_id);

-- Which units carry on when this one ends: trends follow it.
create table unit_successor (
  unit_id text not null references unit (id) on delete cascade,
  successor_id text not null references unit (id) on delete cascade,
  primary key (unit_id, successor_id),
  check (successor_id <> unit_id)
);

create table body (
  id text primary key,
  kind text not null check (kind in
    ('union', 'front', 'youth_union', 'people_inspection', 'parent_board', 'administration', 'other')),
  name text collate "vi-x-icu" not null,
  unit_id text not null references unit (id),
  parent_id text references body (id),
  can_organise boolean not null default false,
  can_critique boolean not null default false,
  can_audit boolean not null default false,
  -- Null: for as long as its unit.
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from),
  check (parent_id <> id)
);

create table account (
  id uuid primary key,
  name text collate "vi-x-icu" not null,
  login text not null,
  -- Argon2id in PHC form; null until the person has chosen a password.
  password_hash text,
  active boolean not null default true
);
create unique index account_login on account (lower(login));

-- A role in a scope: the subtree under a unit, acting for a body where the role belongs to one.
create table role_grant (
  account_id uuid not null references account (id) on delete cascade,
  role account_role not null,
  unit_id text not null references unit (id),
  body_id text references body (id),
  unique nulls not distinct (account_id, role, unit_id, body_id),
  check (role <> 'organizer' or body_id is not null)
);

-- One-time links. Only the hash is kept: who reads this table cannot sign in. Using a link deletes its row.
create table sign_in_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'set-password', 'set-up')),
  account_id uuid references account (id) on delete cascade,
  expires_at timestamptz not null,
  check ((purpose = 'set-up') = (account_id is null))
);
create index sign_in_link_account on sign_in_link (account_id);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  expires_at timestamptz not null,
  -- Signed in by a set-password link: may choose a password without knowing the old one.
  may_set_password boolean not null default false
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);
