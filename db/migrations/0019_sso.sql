-- Whom a provider of sign-in vouches for: its own name for the person, and the account that goes with it. One of each.
create table sso_link (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  account_id uuid not null unique references account (id) on delete cascade,
  linked_on date not null,
  primary key (issuer, subject)
);

-- Whether the address of a person may link her account when she first comes in. Once unlinked on purpose it is linked by
-- herself, from inside, or not at all: the same address would undo it.
alter table account add column sso_by_email boolean not null default true;

-- Somebody has come back from the provider and is asked whether it is this person whom her account is to be linked with.
alter table ceremony drop constraint ceremony_kind_check;
alter table ceremony add constraint ceremony_kind_check check (kind in ('add-passkey', 'passkey', 'sso', 'link-sso'));

-- When whoever sits here last proved who she is: at a provider that may be long before the session began, or untold.
alter table session add column proved_at timestamptz;
update session set proved_at = started_at;
