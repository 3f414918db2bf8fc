import { formatted, roman } from '../docx/format.ts';
import { answerable, readTree } from '../tree/build.ts';
import type { Clause } from '../tree/clause.ts';
import { linesOf } from './drafts.ts';

/** A draft as its author thinks of it: clauses with an identity, without numbers. */
export interface Node {
  id: string;
  kind: 'chapter' | 'section' | 'article' | 'clause' | 'point' | 'dash';
  heading: string;
  text: string;
  children: Node[];
}

const kinds: Readonly<Partial<Record<Clause['kind'], Node['kind']>>> = {
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  clause: 'clause',
};

function kindOf(clause: Clause): Node['kind'] | null {
  if (clause.kind === 'point') return clause.label === '-' || clause.label === '+' ? 'dash' : 'point';
  return kinds[clause.kind] ?? null;
}

/** The model of a written draft; its preamble, end and appendices are left out. */
export function modelOf(text: string): Node[] {
  const { clauses } = readTree(linesOf(text));
  const roots: Node[] = [];
  const made = new Map<number, Node>();
  for (const clause of clauses) {
    const kind = kindOf(clause);
    if (kind === null || clause.path.startsWith('phu-luc')) continue;
    const node: Node = { id: `o${clause.index}`, kind, heading: clause.heading, text: clause.text, children: [] };
    made.set(clause.index, node);
    (made.get(clause.parent)?.children ?? roots).push(node);
  }
  return roots;
}

const letters = 'abcdđeghiklmnopqrstuvxy';

/** A draft written out, and under which path each clause with words of its own stands. */
export interface Written {
  text: string;
  paths: Map<string, string>;
}

class Writer {
  readonly lines: string[] = [];
  readonly paths = new Map<string, string>();
  private articles = 0;

  write(nodes: readonly Node[], above: string): void {
    const counts = new Map<Node['kind'], number>();
    for (const node of nodes) {
      const number = (counts.get(node.kind) ?? 0) + 1;
      counts.set(node.kind, number);
      this.node(node, number, above);
    }
  }

  private node(node: Node, number: number, above: string): void {
    const [label, segment] = this.labelOf(node.kind, number);
    const path = node.kind === 'article' ? segment : above + segment;
    const isBare = node.heading === '' && node.kind !== 'chapter';
    this.lines.push(`${label} ${isBare ? node.text : node.heading}`.trim());
    if (!isBare && node.text !== '') this.lines.push(node.text);
    if (node.text !== '') this.paths.set(node.id, path);
    this.write(node.children, `${path}.`);
  }

  private labelOf(kind: Node['kind'], number: number): [label: string, segment: string] {
    if (kind === 'chapter') return [`Chương ${roman(number)}.`, `chuong-${roman(number).toLowerCase()}`];
    if (kind === 'section') return [`${roman(number)}.`, `muc-${roman(number).toLowerCase()}`];
    if (kind === 'clause') return [`${number}.`, `k${number}`];
    if (kind === 'dash') return ['-', `g${number}`];
    if (kind === 'point') {
      const letter = letters[number - 1] ?? formatted(number, 'lowerLetter');
      return [`${letter})`, letter];
    }
    this.articles += 1;
    return [`Điều ${this.articles}.`, `dieu-${this.articles}`];
  }
}

/** Numbers a model and writes it out. */
export function written(nodes: readonly Node[]): Written {
  const writer = new Writer();
  writer.write(nodes, '');
  return { text: writer.lines.join('\n'), paths: writer.paths };
}

/** The answerable clauses of a written draft, as the product reads them. */
export const readBack = (text: string): Clause[] => readTree(linesOf(text)).clauses;

export const pathsIn = (text: string): string[] => answerable(readBack(text)).map((clause) => clause.path);
