import { randomInt, randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Address, Database } from '@danban/db';
import { openUrnVault } from '@danban/db/vaults/urn';
import { openUrn } from '@danban/server/urn';
import { compile, type Compiled, type Definition } from '@danban/survey';

const questions = 30;
export const optionsEach = 5;
/** The whole and forty schools of it. */
export const units = 41;

const text = (vi: string) => ({ vi });

/** Thirty questions of five options each: what a large survey asks at most. */
export function thirtyQuestions(example: Definition): Compiled {
  const options = Array.from({ length: optionsEach }, (_, i) => ({ id: `o${i + 1}`, text: text(`Mức ${i + 1}`) }));
  const one = (_: unknown, i: number) => ({
    id: `q${i + 1}`,
    type: 'single' as const,
    text: text(`Câu hỏi ${i + 1}`),
    required: false,
    options,
  });
  return compile({ ...example, questions: Array.from({ length: questions }, one) });
}

/** Enough random answers to cut rows out of at any place. */
function poolOfAnswers(bytes: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: bytes }, () => randomInt(optionsEach + 1)));
}

/** A survey's partition as it lies after close: sorted by leaf, with random packed answers and no bodies. */
export async function fill(
  db: Kysely<Database>,
  at: { address: Address; keysDir: string },
  rows: number,
): Promise<string> {
  const survey = randomUUID();
  const vault = openUrnVault(at.address);
  await openUrn(vault, at.keysDir).prepare(survey);
  await vault.destroy();
  const pool = poolOfAnswers(50_000);
  await sql`
    insert into urn.submission (survey_id, leaf, unit, packed, body)
    select ${survey}::uuid, sha256(int4send(n) || uuid_send(${survey}::uuid)), 1 + floor(random() * ${units - 1})::int,
      substring(${pool}::bytea from 1 + floor(random() * ${pool.length - questions})::int for ${questions}), '{}'
    from generate_series(1, ${rows}::int) as n order by 2`.execute(db);
  const table = sql.id('urn', `submission_${survey.replaceAll('-', '')}`);
  await sql`vacuum analyze ${table}`.execute(db);
  return survey;
}
