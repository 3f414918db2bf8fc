import type { DraftLine, ReadingNote } from '../draft/line.ts';
import { Numbering } from './numbering.ts';
import type { Parts } from './parts.ts';
import { textIn } from './runs.ts';
import { Styles } from './styles.ts';
import { childOf, childrenOf, numberOf, valueOf, type Element } from './xml.ts';

/** What holds paragraphs and has no text of its own. */
const wrappers = new Set(['body', 'sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'txbxContent', 'tc', 'smartTag']);

/** A paragraph whose end was deleted runs on into the next one. */
const endIsDeleted = (properties: Element | undefined): boolean =>
  childOf(childOf(properties, 'rPr'), 'del') !== undefined;

/** Reads the body of a document in its order. */
export class Body {
  readonly lines: DraftLine[] = [];
  readonly notes = new Set<ReadingNote>();
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private carried = '';

  constructor({ styles, numbering }: Parts) {
    this.styles = new Styles(styles);
    this.numbering = new Numbering(numbering);
  }

  read(element: Element): void {
    for (const child of element.children) {
      if (child.name === 'p') this.paragraph(child);
      else if (child.name === 'tbl') this.table(child);
      else if (wrappers.has(child.name)) this.read(child);
    }
  }

  private paragraph(element: Element): void {
    const properties = childOf(element, 'pPr');
    const style = this.styles.of(valueOf(properties, 'pStyle'));
    const boxes: Element[] = [];
    const context = {
      note: (note: ReadingNote) => void this.notes.add(note),
      font: style.font,
      inner: (box: Element) => void boxes.push(box),
    };
    const text = this.carried + textIn(element, style.font, context);
    this.carried = '';
    if (endIsDeleted(properties)) this.carried = text;
    else this.add(text, properties, numberOf(properties, 'outlineLvl') ?? style.outline);
    for (const box of boxes) this.read(box);
  }

  private add(text: string, properties: Element | undefined, outline: number | undefined): void {
    // Word counts an empty paragraph too.
    const number = this.numbering.next(properties, this.styles);
    if (text.trim() === '') return;
    const heading = outline !== undefined && outline < 9 ? { heading: outline + 1 } : {};
    // `Điều 1` and a tab: as text it needs something that parts it from the title.
    const parted = /[\p{L}\p{N}]$/u.test(number) ? `${number}.` : number;
    const lines = `${parted} ${text}`.split('\n').filter((line) => line.trim() !== '');
    lines.forEach((line, i) => this.lines.push({ text: line, begins: i === 0, ...heading }));
  }

  /**
   * A row of plain cells is one line. Where a cell holds several paragraphs the table only lays out the page (the head
   * of a letter, whom it goes to), and every paragraph is a line.
   */
  private table(element: Element): void {
    for (const row of rowsOf(element)) {
      const cells = childrenOf(row, 'tc').map((cell) => this.cell(cell));
      const filled = cells.filter((lines) => lines.length > 0);
      if (filled.every((lines) => lines.length === 1) && filled.length > 1) {
        const text = cells.map((lines) => lines[0]?.text.trim() ?? '').join(' | ');
        this.lines.push({ text, begins: true, row: true });
      } else this.lines.push(...filled.flat());
    }
  }

  private cell(cell: Element): DraftLine[] {
    const before = this.lines.length;
    this.read(cell);
    return this.lines.splice(before);
  }
}

/** Rows may be wrapped in content controls. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.name === 'tr') return childOf(childOf(child, 'trPr'), 'del') === undefined ? [child] : [];
    return child.name === 'sdt' || child.name === 'sdtContent' ? rowsOf(child) : [];
  });
}
