import { wordsIn } from './unzipped.ts';

/** What stands in one place for a category of a table, `mean` for its mean: what is printed of it, word for word. */
export interface Printed {
  /** Position of the group in the release. */
  group: number;
  question: number;
  table: number;
  category: number | 'mean';
  count: string;
  share: string;
}

export interface Asked {
  id: string;
  type: string;
  tables: { options: unknown[] }[];
}

const flat = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->|<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
/** Everything a page shows as words. */
export const textIn = (html: string): string =>
  flat(html.slice(html.indexOf('<main')).replaceAll(/<(script|style).*?<\/\1>/gs, ''));

const rowsOf = (html: string, row: RegExp, cell: RegExp): string[][] =>
  [...html.matchAll(row)].map(([, inside]) => [...inside!.matchAll(cell)].map(([, words]) => words!));

/** The part of a page on each question that is there. */
export function sectionsIn(html: string, questions: readonly Asked[]): (string | null)[] {
  return questions.map(({ id }) => new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? null);
}

/** The figures in the tables of questions on the page of a unit, in order. */
export function figuresOnPage(html: string, group: number, questions: readonly Asked[]): Printed[] {
  return sectionsIn(html, questions).flatMap((section, question) => {
    if (section === null || !section.includes('<table')) return [];
    const rows = rowsOf(section, /<tr[^>]*>(.*?)<\/tr>/gs, /<td[^>]*>(.*?)<\/td>/gs).map((cells) => cells.map(flat));
    const at = { group, question };
    const shown = rows.filter((cells) => cells.length > 0);
    return questions[question]!.type === 'matrix' ? ofGrid(at, shown) : ofList(at, questions[question]!, shown);
  });
}

type Place = Pick<Printed, 'group' | 'question'>;

function ofList(at: Place, { type, tables }: Asked, rows: string[][]): Printed[] {
  const options = type === 'multi' ? tables.length : tables[0]!.options.length;
  return rows.flatMap((cells, row): Printed[] => {
    const [count = '', share = count] = cells;
    if (type === 'multi') return [{ ...at, table: row, category: 1, count, share }];
    if (row <= options) return [{ ...at, table: 0, category: row === options ? 0 : row + 1, count, share }];
    return row === options + 1 ? [] : [{ ...at, table: 0, category: 'mean', count: '', share }];
  });
}

function ofGrid(at: Place, rows: string[][]): Printed[] {
  return rows.flatMap((cells, table) => {
    const [silent = '', mean = ''] = cells.slice(-2);
    const options = cells.slice(0, -2).map((cell, option): Printed => {
      const [, share = cell, count = cell] = /^(\S+) \( ?(\d+) ?\)$/.exec(cell) ?? [];
      return { ...at, table, category: option + 1, count, share };
    });
    return [
      ...options,
      { ...at, table, category: 0, count: silent, share: silent },
      { ...at, table, category: 'mean', count: '', share: mean },
    ];
  });
}

/** The figures in the tables of a report on the whole, `heads` being how such a table begins. */
export function figuresInReport(xml: string, heads: readonly string[], questions: readonly Asked[]): Printed[] {
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
    .map(([table]) => rowsOf(table, /<w:tr[ >](.*?)<\/w:tr>/gs, /<w:tc>(.*?)<\/w:tc>/gs))
    .map((rows) => rows.map((cells) => cells.map((cell) => wordsIn(cell).join(''))))
    .filter(([head]) => heads.includes(head?.[0] ?? ''));
  if (tables.length !== questions.length) throw new Error(`${tables.length} tables of ${questions.length} questions`);
  return tables.flatMap(([, ...rows], question): Printed[] => {
    const at = { group: 0, question };
    const { type } = questions[question]!;
    if (type !== 'matrix')
      return rows.map(([, count = '', share = ''], row) => {
        // Silence, category 0, stands last.
        const category = (row + 1) % rows.length;
        return {
          ...at,
          ...(type === 'multi' ? { table: row, category: 1 } : { table: 0, category }),
          count,
          share,
        };
      });
    return rows.flatMap(([, ...cells], table) =>
      cells.map((cell, option): Printed => {
        if (option === cells.length - 1) return { ...at, table, category: 'mean', count: '', share: cell };
        const [, count = cell, share = cell] = /^(\d+) \((\S+)\)$/.exec(cell) ?? [];
        return { ...at, table, category: option + 1, count, share };
      }),
    );
  });
}

/** The figures of rows of a file, in the order of groups, tables and categories, silence last; the two last columns are figures. */
export function figuresInRows(
  rows: readonly (readonly (string | number | undefined)[])[],
  groups: number,
  questions: readonly Asked[],
): Printed[] {
  let row = 0;
  return Array.from({ length: groups }, (_, group) =>
    questions.flatMap(({ tables }, question) =>
      tables.flatMap(({ options }, table) =>
        Array.from({ length: options.length + 1 }, (__, at): Printed => {
          const category = (at + 1) % (options.length + 1);
          const [count = '', share = ''] = rows[row++]!;
          return { group, question, table, category, count: String(count), share: String(share) };
        }),
      ),
    ),
  ).flat();
}
