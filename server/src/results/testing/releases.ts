import { compile, type Definition, parseDefinition } from '@danban/survey';
import type { CountedUnit } from '../../surveys/tree.queries.ts';
import type { Sheets } from '../inner.ts';
import { makeRelease } from '../make.ts';
import type { Release } from '../release.ts';

export const words = (vi: string) => ({ vi, en: vi });
export const options = (...ids: string[]) => ids.map((id) => ({ id, text: words(id) }));

/** A form of these questions as it is frozen, with what else is given. */
export function definitionOf(questions: unknown[], given: Record<string, unknown> = {}): Definition {
  const parsed = parseDefinition({
    schema: 1,
    kind: 'survey',
    title: words('Khảo sát'),
    intro: words('Xin chào'),
    audience: words('Mọi người'),
    audienceKind: 'mixed',
    countUnit: 'person',
    motto: [],
    legalBases: [],
    estMinutes: 5,
    door: 'open_link',
    thresholds: { unit: 5, comments: 10, sensitive: 10 },
    questions,
    ...given,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.definition;
}

export type Sheet = Record<string, unknown>;
export const times = (n: number, sheet: Sheet): Sheet[] => Array.from({ length: n }, () => sheet);

/** The packed answers of the sheets of each unit, as the urn holds them. */
export async function* packedSheets(definition: Definition, units: Sheet[][]): AsyncGenerator<Sheets> {
  const { validate, pack } = compile(definition);
  for (const [unit, sheets] of units.entries()) {
    const packed = sheets.map((sheet) => {
      const checked = validate(sheet);
      if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
      return pack(checked.answers);
    });
    yield { unit, people: sheets.length, packed: Buffer.concat(packed) };
  }
}

/** A release of these sheets: the whole at position 0, the given units below it. */
export async function releaseAt(kind: 'final' | 'interim', definition: Definition, units: Sheet[][]): Promise<Release> {
  const tree = [[] as Sheet[], ...units].map((_, position): CountedUnit => ({
    position,
    parent: position === 0 ? -1 : 0,
    unitId: `u${position}`,
    name: `Đơn vị ${position}`,
    own: false,
    invited: null,
    answered: 0,
  }));
  const making = {
    definition,
    tree,
    mark: { number: 1, kind, planned: null, madeOn: '2026-03-02' },
    comments: 0,
    unopened: 0,
    onPaper: 0,
    about: { body: '', unit: '', closedOn: '2026-03-02', definitionHash: '' },
  } as const;
  const sheets = () => packedSheets(definition, [[], ...units]);
  return (await makeRelease(making, { sheets, ledger: [], earlier: [] })).release;
}
