import { readXlsx, streamXlsxRows, type CellValue } from 'hucre/xlsx';
import { refuse, type Read } from './issue.ts';
import { LIMITS } from './limits.ts';
import { Collector, type Sheet } from './sheet.ts';

/** A day without its midnight; a formula counts as its last value, an error of Excel as its name (`#N/A`). */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00.*/, '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** The sheets people see, by their place in the book. */
async function visibleSheets(bytes: Uint8Array): Promise<{ index: number; name: string }[]> {
  const found: { index: number; name: string }[] = [];
  await readXlsx(bytes, {
    sheets: ({ index, name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) found.push({ index, name });
      return false;
    },
  });
  return found.slice(0, LIMITS.sheets);
}

async function collect(bytes: Uint8Array): Promise<Read<Sheet[]>> {
  const collector = new Collector();
  for (const { index, name } of await visibleSheets(bytes)) {
    collector.begin(name);
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      const cells = row.values.slice(0, LIMITS.columns).map(textOf);
      if (!collector.add(row.index + 1, cells)) return collector.result();
    }
  }
  return collector.result();
}

/** The visible sheets of an `.xlsx` file whose archive has been found to be bounded. */
export async function readWorkbook(bytes: Uint8Array): Promise<Read<Sheet[]>> {
  try {
    return await collect(bytes);
  } catch {
    // The reader throws errors of its own for a broken part, and whatever else the brokenness leads to.
    return refuse('damaged-file');
  }
}
