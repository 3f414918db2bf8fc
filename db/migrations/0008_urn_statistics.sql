-- An ANALYZE of the whole table keeps tags and envelopes as well; only partitions were told not to.
alter table only urn.staged alter column tag set statistics 0;
alter table only urn.staged alter column sealed set statistics 0;
