-- What cannot wait for an answer to be counted: messages to one person who is named for the whole installation.

create table urgent_contact (
  one boolean primary key default true check (one),
  name text collate "vi-x-icu" not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 40),
  -- The server of mail has said that nobody takes letters at this address.
  refused boolean not null default false
);

-- Messages until the server of mail has taken them: of a survey and a day, and of nobody. Sealed under a key of their own
-- outside the database, which is destroyed with the row.
create table urgent_message (
  id uuid primary key,
  survey_id uuid not null references survey (id),
  accepted_on date not null,
  sealed bytea not null
);

alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check
  check (kind in ('open', 'flush', 'close', 'interim', 'release', 'correct', 'destroy-keys', 'archive', 'erase',
    'erase-roster', 'mail', 'urgent'));
