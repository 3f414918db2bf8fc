-- What proves that it is her: beside a password or a link a code from her phone, or a passkey in place of both.

-- By what the session began; while it awaits the code from the phone it opens nothing.
delete from session;
alter table session
  add column way text not null check (way in ('set-up', 'password', 'link', 'passkey', 'sso')),
  add column awaits_code boolean not null;

-- The shared secret of RFC 6238, sealed under a key of the key folder; `last_step`: the 30 seconds whose code was used last.
create table totp (
  account_id uuid primary key references account (id) on delete cascade,
  key_name text not null,
  sealed bytea not null,
  confirmed boolean not null default false,
  last_step bigint not null default 0
);

-- One-time codes for a lost phone, by their hash. Using one deletes its row.
create table recovery_code (
  account_id uuid not null references account (id) on delete cascade,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);

create table passkey (
  id text primary key,
  account_id uuid not null references account (id) on delete cascade,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text collate "vi-x-icu" not null,
  created_on date not null
);
create index passkey_account on passkey (account_id);

-- What one browser has begun and will end once: a challenge, or a way to a provider and back. Found by the hash of what
-- that browser alone holds.
create table ceremony (
  token_hash bytea not null,
  kind text not null check (kind in ('add-passkey', 'passkey', 'sso')),
  kept jsonb not null,
  expires_at timestamptz not null,
  primary key (token_hash, kind)
);
create index ceremony_expires on ceremony (expires_at);

-- Rules of the whole installation, in one row.
create table house_rule (
  one boolean primary key default true check (one),
  admins_need_second_factor boolean not null default false
);
insert into house_rule default values;
