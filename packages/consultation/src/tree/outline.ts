import type { Clause, Piece } from './clause.ts';

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** The parent of each piece: the nearest one before it with a smaller rank. Preamble and end have none and are none. */
function parentsOf(pieces: readonly Piece[]): number[] {
  const open: number[] = [];
  return pieces.map(({ kind, rank }, i) => {
    while (open.length > 0 && pieces[open.at(-1)!]!.rank >= rank) open.pop();
    const parent = open.at(-1) ?? -1;
    if (kind === 'preamble' || kind === 'closing') open.length = 0;
    else open.push(i);
    return parent;
  });
}

/** The title of a chapter or an appendix may take several lines, as long as they are capitals or stand in brackets. */
export function headed(own: readonly string[]): { heading: string; text: string[] } {
  let end = Math.min(1, own.length);
  while (end < own.length && (isCapitals(own[end]!) || /^\(.*\)$/.test(own[end]!))) end += 1;
  return { heading: own.slice(0, end).join(' '), text: own.slice(end) };
}

function said(piece: Piece, hasChildren: boolean): { heading: string; text: string[] } {
  const [first, ...rest] = piece.lines.map((line) => line.text);
  const own = [first!.slice(piece.length).trim(), ...rest].filter((text) => text !== '');
  const isAlone = own.length <= 1 && !hasChildren;
  switch (piece.kind) {
    case 'part':
    case 'chapter':
      return headed(own);
    case 'appendix':
      return isAttached(piece) ? { heading: own.join(' '), text: [] } : headed(own);
    case 'section':
      return isAlone && piece.length > 0 ? { heading: '', text: own } : headed(own);
    case 'article':
      return isAlone ? { heading: '', text: own } : { heading: own[0] ?? '', text: own.slice(1) };
    default:
      return { heading: '', text: own };
  }
}

/** A document issued together with the first one has a title where an appendix has a number. */
const isAttached = (piece: Piece): boolean => piece.kind === 'appendix' && !piece.segment.startsWith('phu-luc');

/** Articles are counted through a whole document, so their path leaves out chapters and sections. */
function prefixOf(piece: Piece, parent: number, pieces: readonly Piece[], clauses: readonly Clause[]): string {
  let above = parent;
  if (piece.kind === 'article')
    while (above !== -1 && pieces[above]!.kind !== 'appendix') above = clauses[above]!.parent;
  return above === -1 ? '' : `${clauses[above]!.path}.`;
}

/** What paths call paragraphs that no number tells apart: those behind a dash (gạch đầu dòng), and bare ones. */
const names: Readonly<Record<string, string>> = { '-': 'g', doan: 'doan' };

/** Paths are unique: what is not counted gets its place among its like, a number that comes again `~2`. */
class Paths {
  private readonly used = new Map<string, number>();

  of(prefix: string, piece: Piece): string {
    const path = prefix + piece.segment;
    const times = (this.used.get(path) ?? 0) + 1;
    this.used.set(path, times);
    const uncounted = names[piece.segment];
    if (uncounted !== undefined) return this.of('', { ...piece, segment: `${prefix}${uncounted}${times}` });
    return times === 1 ? path : this.of('', { ...piece, segment: `${path}~${times}` });
  }
}

const answerableKinds = new Set(['part', 'chapter', 'section', 'article', 'clause', 'point', 'appendix']);

/** The pieces as clauses: parents, paths, headings and texts. */
export function outline(pieces: readonly Piece[]): Clause[] {
  const parents = parentsOf(pieces);
  const withChildren = new Set(parents);
  const paths = new Paths();
  const clauses: Clause[] = [];
  pieces.forEach((piece, index) => {
    const parent = parents[index]!;
    const { heading, text } = said(piece, withChildren.has(index));
    clauses.push({
      index,
      kind: piece.kind,
      path: paths.of(prefixOf(piece, parent, pieces, clauses), piece),
      label: piece.lines[0]!.text.slice(0, piece.length).trim(),
      heading,
      text: text.join('\n'),
      parent,
      depth: parent === -1 ? 0 : clauses[parent]!.depth + 1,
      decomposed: piece.lines.some((line) => line.decomposed === true),
      answerable: answerableKinds.has(piece.kind) && text.length > 0,
    });
  });
  return clauses;
}

const basis = /^[-–—•*+]?\s*(?:căn cứ)\s/iu;

/** The legal bases a draft cites before its first clause: `Căn cứ Luật …`. */
export function legalBases(pieces: readonly Piece[]): string[] {
  const cited = pieces.filter(({ kind }) => kind === 'preamble').flatMap(({ lines }) => lines);
  return cited.filter(({ text }) => basis.test(text)).map(({ text }) => text.replace(/^[-–—•*+]\s*/, ''));
}
