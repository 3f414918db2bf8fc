-- The list of who may answer comes in like other tables: which of its columns holds what is remembered.
alter table import_columns drop constraint import_columns_kind_check;
alter table import_columns add constraint import_columns_kind_check
  check (kind in ('units', 'bodies', 'accounts', 'people'));
