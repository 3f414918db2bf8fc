-- How long a consultation is open at least, and until when it is answered. A row says that answers are promised.
create table reply_clock (
  survey_id uuid primary key references survey (id) on delete cascade,
  preset text not null,
  min_days integer not null check (min_days between 0 and 365),
  reply_days integer not null check (reply_days between 1 and 365),
  counting text not null check (counting in ('calendar', 'working'))
);

-- More time, said with its reason to everybody.
create table reply_extension (
  survey_id uuid not null references survey (id) on delete cascade,
  number integer not null check (number > 0),
  until_day date not null,
  reason text not null check (length(reason) between 10 and 500),
  said_on date not null,
  primary key (survey_id, number)
);

-- What the calendar of holidays does not know: swapped days, new holidays. Of the whole house.
create table calendar_day (
  day date primary key,
  works boolean not null
);
