import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { connect, migrate, startEmbedded } from './src/index.ts';
import type { Address } from './src/index.ts';

// Makes src/tables.ts from the migrations; with --check only says whether it is as they are.

const target = join(import.meta.dirname, 'src', 'tables.ts');
const command = 'node db/generate.ts';

async function typesFrom(address: Address): Promise<string> {
  const db = connect(address);
  try {
    await migrate(db);
    return await generate({
      db,
      dialect: new PostgresDialect({ dateParser: 'string' }),
      typeMapping: { int8: 'number' },
      outFile: null,
    });
  } finally {
    await db.destroy();
  }
}

async function typesOfMigrations(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'danban-types-'));
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  try {
    return await typesFrom(server.connection);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

function formatted(types: string): string {
  const input = types
    .replace(
      'export interface DB {',
      "/** Every table of every schema; those of a vault are named 'urn.…' and 'roster.…'. */\nexport interface Database {",
    )
    .replace('Please do not edit it manually.', `Make it again with: ${command}`);
  const prettier = join(import.meta.dirname, '..', 'node_modules', '.bin', 'prettier');
  return execFileSync(prettier, ['--stdin-filepath', target], { input, encoding: 'utf8' });
}

const types = formatted(await typesOfMigrations());
if (!process.argv.includes('--check')) {
  await writeFile(target, types);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== types) {
  console.error(`db/src/tables.ts is not what the migrations make. Make it again with: ${command}`);
  process.exitCode = 1;
}
