-- The right edge of a survey's tree with a batch (`Frontier` of packages/merkle): from it the next batch is added without hashing
-- all leaves before again. It follows from the leaves; null in batches from before it was kept.
alter table urn.leaf_batch add column frontier bytea check (octet_length(frontier) % 32 = 0);

-- Hashes cannot be made smaller; trying costs time.
alter table log_leaves alter column leaves set storage external;
alter table urn.leaf_batch alter column leaves set storage external;

-- Lines of one survey are asked for at every flush and every check; the log itself only grows.
create index log_entry_survey on log_entry ((body::jsonb ->> 'survey'));
