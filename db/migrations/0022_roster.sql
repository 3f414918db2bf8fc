-- Who may answer a survey behind the door `roster`, and who has come for a credential. No time, no order, no answer, no
-- foreign key out of this schema: what an answer says lies in the urn and shares nothing with this but the survey.

-- People who share one issuer's key: a unit of their own, or several that were too small to stand alone.
create table roster.stratum (
  survey_id uuid not null,
  position smallint not null,
  unit_id text not null,
  size integer not null check (size > 0),
  -- The public key, and what the list was when it was frozen.
  modulus bytea not null,
  commitment bytea not null,
  -- How many have come for a credential: written once, at the close, when nobody's own mark is left.
  collected integer check (collected between 0 and size),
  primary key (survey_id, position)
);

create table roster.entry (
  survey_id uuid not null,
  id uuid not null,
  unit_id text not null,
  name text not null,
  email text,
  phone text,
  -- Which invitation is the one that counts: a new one makes the one before it worthless.
  edition smallint not null default 0,
  revoked boolean not null default false,
  -- From the freezing on: where, the salt of this line in the commitment, SHA-256 of the invitation.
  stratum smallint,
  salt bytea,
  code_hash bytea,
  -- SHA-256 of what was signed blindly: that somebody came, and the same request again gets the same answer.
  blinded_hash bytea,
  primary key (survey_id, id),
  unique (survey_id, code_hash)
) partition by list (survey_id);

alter table roster.stratum owner to danban_roster;
alter table roster.entry owner to danban_roster;

alter table survey
  -- What was frozen at opening, as canonical JSON (definition, door, thresholds, rule, keys), and its SHA-256.
  add column opening text,
  add column opening_hash bytea;

alter table job drop constraint job_kind_check;
alter table job add constraint job_kind_check
  check (kind in ('open', 'flush', 'close', 'release', 'destroy-keys', 'archive', 'erase', 'erase-roster'));
