-- Written opinions are read by people before anybody else sees one. Of an opinion there is still its question, its words and
-- an id drawn by chance; what is added here has no time, no order and nothing of who wrote.

-- What each person who reads holds of an opinion. Decided is what two hold alike.
create table comment_review (
  comment_id uuid not null references comment (id) on delete cascade,
  account_id uuid not null references account (id),
  decision text not null check (decision in (
    'answer', 'transfer', 'complaint_like', 'denunciation_like', 'denunciation_no_evidence', 'urgent_child',
    'personal_data', 'abusive', 'secret', 'spam', 'unlawful_threat')),
  -- Where in the text words are masked; never the words.
  masks jsonb not null check (jsonb_typeof(masks) = 'array'),
  primary key (comment_id, account_id)
);

-- A sealed copy went to whom it concerns, by the hands of this person.
create table comment_handed_on (
  comment_id uuid primary key references comment (id) on delete cascade,
  account_id uuid not null references account (id)
);

-- Themes somebody made by hand, as they were after each step: undoing goes back by one.
create table comment_clustering (
  survey_id uuid not null references survey (id) on delete cascade,
  revision integer not null check (revision > 0),
  body text not null,
  primary key (survey_id, revision)
);

-- What goes out of them: masked, in an order by chance.
create table comment_publication (
  survey_id uuid primary key references survey (id) on delete cascade,
  body text not null,
  -- SHA-256 of `body`.
  checksum bytea not null
);

alter table comment_review alter column masks set statistics 0;
create index comment_of_survey on comment (survey_id, id);
