import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '@danban/db';

/** Schools with the codes `<prefix>.1` to `<prefix>.<many>`; `parentOf` says in SQL below which unit number `n` stands. */
export async function addSchools(
  db: Kysely<Database>,
  { prefix, name, key, many }: { prefix: string; name: string; key: string; many: number },
  parentOf: RawBuilder<string>,
): Promise<void> {
  await sql`
    insert into unit (id, type, name, short_name, valid_from, search_key)
    select ${prefix}::text || '.' || n, 'school', ${name}::text || ' ' || n, 'T' || n, date '2016-01-01',
      ${key}::text || ' ' || n
    from generate_series(1, ${many}::int) n`.execute(db);
  await sql`
    insert into unit_place (unit_id, valid_from, parent_id)
    select ${prefix}::text || '.' || n, date '2016-01-01', ${parentOf} from generate_series(1, ${many}::int) n`.execute(
    db,
  );
}
