import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { plant, root, uproot } from './planted.ts';
import { harmless, links, violations } from './violations.ts';

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

/** The rules each planted file breaks, by file. */
const broken = new Map<string, Set<string>>();
const brokenBy = (file: string) => [...(broken.get(file) ?? [])];

beforeAll(() => {
  const planted = Object.assign({}, harmless, ...violations.map((violation) => violation.files)) as Record<
    string,
    string
  >;
  const tree = plant(planted, '.dependency-cruiser.cjs', links);
  for (const { from, rule } of cruise(tree).summary.violations) {
    broken.set(from, (broken.get(from) ?? new Set()).add(rule.name));
  }
  return () => uproot(tree);
}, 60_000);

function cruise(tree: string): Report {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const folders = ['packages', 'db', 'server', 'web', 'tests', 'scripts'];
  return JSON.parse(execFileSync(process.execPath, [...args, ...folders], { cwd: tree, encoding: 'utf8' })) as Report;
}

describe('the arrows and walls of the house are seen to fail', () => {
  it.each(violations)('$claim', ({ rule, files }) => {
    const [offender] = Object.keys(files);
    expect(brokenBy(offender!)).toEqual([rule]);
  });

  it.each(Object.keys(harmless))('%s breaks nothing', (file) => {
    expect(brokenBy(file)).toEqual([]);
  });

  it('every rule of the configuration is broken by a planted file', async () => {
    const config = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const names = config.default.forbidden.map((rule) => rule.name);
    expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set(names));
  });
});
