// `npm run bench -- [intake|credential|client|urn|lists|page|release|roster|clauses|disclosure|verify] [--json]`: what the product does
// per second and how long it takes, each figure as a share of something simpler measured in the same run.
import { asLine, asTable, type Figure } from './figures.ts';
import { clauses } from './clauses.ts';
import { client } from './client.ts';
import { credentials } from './credential.ts';
import { disclosure } from './disclosure.ts';
import { flushing } from './flush.ts';
import { intake } from './intake.ts';
import { lists } from './lists.ts';
import { pinLoad } from './machine.ts';
import { page } from './page.ts';
import { openBench, type Bench } from './product.ts';
import { releases } from './release.ts';
import { rosters } from './roster.ts';
import { verifying } from './verify.ts';

const parts: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  page,
  intake,
  credential: credentials,
  client,
  urn: flushing,
  lists,
  release: releases,
  roster: rosters,
  clauses,
  disclosure,
  verify: verifying,
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => arg !== '--json');
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join(' ')}". Say one of: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const say = (words: string): void => console.error(words);

async function measure(bench: Bench): Promise<Figure[]> {
  const all: Figure[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`Measuring ${name} …`);
    const figures = await part(bench);
    if (json) for (const figure of figures) console.log(asLine(figure));
    all.push(...figures);
  }
  return all;
}

say(pinLoad());
const bench = await openBench();
try {
  const figures = await measure(bench);
  if (!json) console.log(`\n${asTable(figures)}`);
} finally {
  await bench.stop();
}
