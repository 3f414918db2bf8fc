import type { Db } from '@danban/db';
import { sql, type RawBuilder } from 'kysely';

interface Rule {
  /** What is wrong, said of the place. */
  says: string;
  /** The places where it is, as rows of one column named `place`. */
  places: RawBuilder<{ place: string }>;
}

const relations = sql`pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'urn'`;
const columns = sql`${relations} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  and c.relkind in ('r', 'p', 'm', 'v', 'f')`;
const column = sql`c.relname || '.' || a.attname as place`;
const table = sql`c.relname as place`;
const namesOf = (tables: string[]) => sql.join(tables.map((name) => sql.lit(name)));

/** Also inside an array, a range or a domain. */
const typesWithin = sql`(a.atttypid, t.typbasetype, t.typelem,
  coalesce((select r.rngsubtype from pg_range r where r.rngtypid = t.oid), 0))`;
const places = (of: RawBuilder<unknown>, where: RawBuilder<unknown>, place = column) =>
  sql<{ place: string }>`select ${place} from ${of} where ${where}`;

/** anonymity: nothing that remains in the urn may tell when, in which order or from whom something came. */
const rules: Rule[] = [
  {
    says: 'is a time',
    places: places(
      sql`${columns} join pg_type t on t.oid = a.atttypid join pg_type within on within.oid in ${typesWithin}`,
      sql`within.typcategory in ('D', 'T')`,
    ),
  },
  {
    says: 'is the clock of the database',
    places: places(
      sql`${columns} join pg_type t on t.oid = a.atttypid join pg_type within on within.oid in ${typesWithin}`,
      sql`within.typname in ('xid', 'xid8', 'cid', 'tid', 'pg_lsn', 'pg_snapshot', 'txid_snapshot')`,
    ),
  },
  { says: 'counts up', places: places(columns, sql`a.attidentity <> ''`) },
  { says: 'is a sequence', places: places(relations, sql`c.relkind = 'S'`, table) },
  {
    says: 'has a default that is not a constant',
    places: places(
      sql`${columns} join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum`,
      sql`d.adbin::text not like '{CONST %'`,
    ),
  },
  {
    says: 'has a trigger',
    places: places(sql`${relations} join pg_trigger t on t.tgrelid = c.oid`, sql`not t.tgisinternal`, table),
  },
  {
    says: 'has a rule',
    places: places(
      sql`${relations} join pg_rewrite w on w.ev_class = c.oid`,
      sql`w.rulename <> '_RETURN' or c.relkind = 'm'`,
      table,
    ),
  },
  {
    says: 'refers out of the urn',
    places: places(
      sql`${relations} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' join pg_class o on o.oid = k.confrelid`,
      sql`o.relnamespace <> n.oid`,
      table,
    ),
  },
  {
    says: 'is referred to from outside',
    places: places(
      sql`${relations} join pg_constraint k on k.confrelid = c.oid and k.contype = 'f' join pg_class o on o.oid = k.conrelid`,
      sql`o.relnamespace <> n.oid`,
      table,
    ),
  },
  {
    says: 'refers to another table of the urn',
    places: places(
      sql`${relations} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'`,
      sql`c.relname like 'submission%'`,
      table,
    ),
  },
  {
    says: 'gives its values to the statistics',
    places: places(
      columns,
      sql`a.attstattarget is distinct from 0 and c.relkind in ('r', 'p') and
        (c.relname ~ '^(submission|slip|ledger)' and a.attname not in ('survey_id', 'release') or c.relname like 'staged%' and a.attname in ('tag', 'sealed'))`,
    ),
  },
  {
    says: 'has statistics of several columns',
    places: places(sql`${relations} join pg_statistic_ext e on e.stxrelid = c.oid`, sql`true`, table),
  },
  {
    says: 'has an index of an expression, which has statistics of its own',
    places: places(sql`${relations} join pg_index i on i.indrelid = c.oid`, sql`i.indexprs is not null`, table),
  },
  {
    says: 'is published to other servers',
    places: sql`select tablename as place from pg_publication_tables where schemaname = 'urn'`,
  },
  { says: 'is an event trigger', places: sql`select evtname as place from pg_event_trigger` },
];

const copied = ['id', 'survey_id', 'question_id', 'body'];

/** What leaves the urn: texts with their question, and the release. Neither leads back to a sheet. */
const outside: Rule[] = [
  {
    says: 'is more of a written opinion than its question',
    places: sql`select 'comment.' || attname as place from pg_attribute where attrelid = 'comment'::regclass
      and attnum > 0 and not attisdropped and attname not in (${namesOf(copied)})`,
  },
  {
    says: 'refers to more than its survey',
    places: sql`select conrelid::regclass::text as place from pg_constraint where contype = 'f'
      and conrelid in ('comment'::regclass, 'release'::regclass) and confrelid <> 'survey'::regclass`,
  },
  {
    // A release refuses every change by one trigger, which does nothing else.
    says: 'has a trigger',
    places: sql`select tgrelid::regclass::text as place from pg_trigger
      where tgrelid in ('comment'::regclass, 'release'::regclass) and not tgisinternal
        and tgfoid <> 'refuse_change_of_release'::regproc`,
  },
  {
    says: 'has a default',
    places: sql`select adrelid::regclass::text as place from pg_attrdef where adrelid = 'comment'::regclass`,
  },
];

const all = [...rules, ...outside];
export const whatIsSaid: readonly string[] = all.map(({ says }) => says);

/** Everything in the schema that breaks the contract of the urn, one sentence each, in their order. */
export async function vaultIssues(db: Db): Promise<string[]> {
  const issues: string[] = [];
  for (const { says, places } of all) {
    const { rows } = await places.execute(db);
    issues.push(...new Set(rows.map(({ place }) => `${place} ${says}`)));
  }
  return issues.sort();
}
