import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { align, readDraft, readTree, type Clause, type ClauseTree, type Draft, type Link } from '@danban/consultation';
import { comparisonInWords, issueInWords, outlineInWords } from './words.ts';

// npm run clauses -- diff OLD NEW | outline FILE: leaves with 0, with 1 when a file cannot be read, with 2 when it was asked wrongly.

const usage = `Cách dùng:
  npm run clauses -- diff CŨ MỚI [--json]   điều khoản nào của dự thảo cũ thành điều khoản nào của dự thảo mới
  npm run clauses -- outline TỆP [--json]   cây điều khoản của một dự thảo
Tệp là .docx, Markdown hoặc văn bản thuần.`;

/** Why nothing could be told, in a sentence, and with which code to leave. */
class Refusal extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

interface Wish {
  verb: 'diff' | 'outline';
  files: string[];
  json: boolean;
}

function wishOf(args: string[]): Wish {
  try {
    const { values, positionals } = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
    const [verb, ...files] = positionals;
    if ((verb === 'diff' && files.length === 2) || (verb === 'outline' && files.length === 1))
      return { verb, files, json: values.json ?? false };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new Refusal(usage, 2);
}

/** npm runs commands from the root and tells where it was called. */
const whereCalled = (): string => process.env['INIT_CWD'] ?? process.cwd();

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(whereCalled(), file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refusal(`${file}: không đọc được tệp (${code}).`);
  }
}

async function draftOf(file: string): Promise<{ draft: Draft; tree: ClauseTree }> {
  const read = readDraft(await bytesOf(file));
  if (!read.ok) throw new Refusal(`${file}: ${issueInWords(read.issue)}`);
  return { draft: read.value, tree: readTree(read.value.lines) };
}

const asJson = (rows: readonly object[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`;

const linkRow = ({ from, to, relation }: Link) => ({ from, to, relation });
const clauseRow = ({ path, kind, label, heading, text, answerable }: Clause) => ({
  path,
  kind,
  label,
  heading,
  text,
  answerable,
});

async function told({ verb, files, json }: Wish): Promise<string> {
  const [first, second] = await Promise.all(files.map(draftOf));
  if (verb === 'outline')
    return json ? asJson(first!.tree.clauses.map(clauseRow)) : outlineInWords(first!.tree, first!.draft).join('\n');
  const versions = { olds: first!.tree.clauses, news: second!.tree.clauses };
  const alignment = align(versions.olds, versions.news);
  return json ? asJson(alignment.links.map(linkRow)) : comparisonInWords(alignment, versions).join('\n');
}

try {
  process.stdout.write(`${await told(wishOf(process.argv.slice(2)))}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
