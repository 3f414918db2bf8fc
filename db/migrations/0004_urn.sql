-- The urn. No serial or time-ordered key, no timestamp, no trigger, no foreign key out of this schema:
-- nothing that remains here may tell when, or in which order, somebody answered.

-- One batch of sealed submissions. Its private key lies in the key folder, never in the database.
create table urn.batch (
  id uuid primary key,
  survey_id uuid not null,
  state text not null check (state in ('open', 'sealed')),
  public_key bytea not null
);
create unique index batch_open on urn.batch (survey_id) where state = 'open';

-- The symmetric key of one intake process for one batch, wrapped to the batch's public key.
create table urn.batch_key (
  id uuid primary key,
  batch_id uuid not null references urn.batch (id) on delete cascade,
  wrapped bytea not null
);

-- Accepted and durable, but ciphertext. A flush empties `sealed`; the tag stays until close, so that the same
-- credential is refused for the whole life of the survey by one unique index and no race.
create table urn.staged (
  survey_id uuid not null,
  tag bytea not null,
  batch_id uuid,
  key_id uuid,
  sealed bytea,
  primary key (survey_id, tag)
) partition by list (survey_id);

-- Opened and mixed: sorted by leaf, written by one insert per flush, rewritten at close.
create table urn.submission (
  survey_id uuid not null,
  leaf bytea not null,
  unit smallint not null,
  packed bytea not null,
  body text not null,
  primary key (survey_id, leaf)
) partition by list (survey_id);
alter table urn.submission alter column leaf set statistics 0;
alter table urn.submission alter column unit set statistics 0;
alter table urn.submission alter column packed set statistics 0;
alter table urn.submission alter column body set statistics 0;
