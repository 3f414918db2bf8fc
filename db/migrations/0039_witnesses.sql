-- What witnesses of the log say: a line each under a checkpoint they have seen. And since when a checkpoint is there, so that it
-- waits for them a while before it is shown without them; nothing people do is older or younger by it than the log says.
alter table log_checkpoint add column signed_at timestamptz;

create table log_cosignature (
  size integer not null references log_checkpoint (size),
  -- Its key, as C2SP writes it.
  witness text not null,
  line text not null,
  primary key (size, witness)
);

create trigger log_stays before update or delete or truncate on log_cosignature
  for each statement execute function log_stays();
revoke update, delete, truncate on log_cosignature from danban_house;
