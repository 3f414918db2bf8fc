import { strFromU8, unzipSync } from 'fflate';

/** The parts of an office document by their names, as text. */
export function unzipped(bytes: ArrayBuffer): Record<string, string> {
  const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (xml: string): string => xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name]!);

/** The words of a document, run by run. */
export const wordsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => plain(found[1]!));

/** What a cell holds: a number, or words. Nothing else is expected of it. */
function valueIn(cell: string): string | number {
  const text = /<t(?: [^>]*)?>(.*?)<\/t>/s.exec(cell);
  if (text) return plain(text[1]!);
  const value = /<v>(.*?)<\/v>/.exec(cell);
  if (!value || / t="/.test(cell)) throw new Error(`a cell of another kind: ${cell}`);
  return Number(value[1]);
}

/** The rows of a sheet of fewer than 27 columns, each cell in its place; blank ones are absent. */
export function rowsIn(xml: string): (string | number)[][] {
  const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)];
  return rows.map(([, row = '']) => {
    const cells: (string | number)[] = [];
    for (const [cell, letter] of row.matchAll(/<c r="([A-Z])\d+"[^>]*(?<!\/)>.*?<\/c>/gs)) {
      cells[letter!.charCodeAt(0) - 65] = valueIn(cell);
    }
    return cells;
  });
}
