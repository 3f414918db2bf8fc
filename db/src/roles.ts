import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Under which role of the database a pool works: each sees one vault. */
export type VaultRole = 'danban_house' | 'danban_urn' | 'danban_roster' | 'danban_results';

const vaultRoles: readonly VaultRole[] = ['danban_house', 'danban_urn', 'danban_roster', 'danban_results'];

interface Standing {
  name: VaultRole;
  there: boolean;
  /** This user may step into the role and alter what belongs to it. */
  held: boolean;
}

/** The roles are missing and this user may not make them: the message says what an administrator runs. */
export class RolesError extends Error {
  readonly statements: string[];

  constructor(user: string, database: string, statements: string[]) {
    const asked = statements.map((statement) => `  ${statement}`).join('\n');
    super(
      `The user ${user} needs roles of the database server that it may not make itself (for the database "${database}"). ` +
        `Let an administrator of that server run these statements, then start again:\n${asked}`,
    );
    this.name = 'RolesError';
    this.statements = statements;
  }
}

/** Another process of ours made the same role, or gave it to the same user, at the same moment. */
const madeMeanwhile = new Set(['42710', '23505', 'XX000', '40001', '40P01']);
const refused = '42501';
const mostTries = 10;

/**
 * Sees to it that the roles of the vaults are there and that this user may step into them. They belong to the whole
 * server and to no dump of a database, so they are looked for at every start; where all is well nothing is written.
 * @throws RolesError when something is missing and this user may not change it
 */
export async function demandRoles<T>(db: Kysely<T>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const missing = await statementsFor(db);
    if (missing.length === 0) return;
    if (tries === mostTries) throw await refusal(db, missing);
    for (const statement of missing) await attempt(db, statement);
  }
}

async function attempt<T>(db: Kysely<T>, statement: string): Promise<void> {
  try {
    await sql.raw(statement).execute(db);
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (code === refused) throw await refusal(db, await statementsFor(db));
    if (!madeMeanwhile.has(code)) throw error;
  }
}

/** What is still to be done, as an administrator would write it. */
async function statementsFor<T>(db: Kysely<T>): Promise<string[]> {
  const standing = await standingOf(db);
  const grantee = await userOf(db);
  const absent = standing.filter(({ there }) => !there).map(({ name }) => `CREATE ROLE ${name} NOLOGIN;`);
  const unheld = standing.filter(({ held }) => !held).map(({ name }) => name);
  return unheld.length === 0 ? absent : [...absent, `GRANT ${unheld.join(', ')} TO ${grantee};`];
}

/** From PostgreSQL 16 on a membership may be without the right to step in; before, it is that right. */
async function standingOf<T>(db: Kysely<T>): Promise<Standing[]> {
  const names = vaultRoles.map((name) => sql.lit(name));
  const { rows } = await sql<Standing>`
    select name, oid is not null as there,
      oid is not null and pg_has_role(current_user, oid, 'usage') and pg_has_role(session_user, oid,
        case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) as held
    from unnest(array[${sql.join(names)}]) with ordinality as wanted (name, n)
    left join pg_roles on rolname = name order by n`.execute(db);
  return rows;
}

async function userOf<T>(db: Kysely<T>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select quote_ident(session_user) as name`.execute(db);
  return rows[0]!.name;
}

async function refusal<T>(db: Kysely<T>, statements: string[]): Promise<RolesError> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return new RolesError(await userOf(db), rows[0]!.name, statements);
}
