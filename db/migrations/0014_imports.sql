-- What a unit was called until a day; since then it is called as its row in `unit` says. Renaming a unit leaves the
-- days before as they were.
create table unit_former_name (
  unit_id text not null references unit (id) on delete cascade,
  valid_to date not null,
  name text collate "vi-x-icu" not null,
  short_name text collate "vi-x-icu" not null,
  primary key (unit_id, valid_to)
);

-- Which column of a spreadsheet a person said to hold which field, for the next table under the same headings. The
-- headings themselves are not kept: the first row of a file may be anything, names of people too.
create table import_columns (
  account_id uuid not null references account (id) on delete cascade,
  kind text not null check (kind in ('units', 'bodies', 'accounts')),
  -- SHA-256 of the headings.
  headings bytea not null check (length(headings) = 32),
  columns jsonb not null,
  primary key (account_id, kind, headings)
);
