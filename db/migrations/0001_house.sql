-- What every feature stands on.
-- Vietnamese order (a ă â, d đ) comes from the collation "vi-x-icu", named per column or per query: the databases
-- themselves use the C locale, so that no index depends on the operating system's library.

-- The submission vault: its own schema, which its own role or its own database may hold.
create schema urn;
