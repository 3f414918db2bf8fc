import { readAs } from '@danban/text';
import type { ReadingNote } from '../draft/line.ts';
import { fontIn } from './styles.ts';
import { childOf, isOn, type Element } from './xml.ts';

/** Collects the text of a paragraph; `\n` where Word breaks a line within it. */
export interface RunContext {
  note(note: ReadingNote): void;
  /** The font of the paragraph's style. */
  font: string | undefined;
  /** Paragraphs that lie inside this one: those of a text box. */
  inner(box: Element): void;
}

/** Letters that no font from before had: the font was chosen for text that is Unicode all the same. */
const surelyUnicode = /[\u0102-\u1fff]/;

/** Fonts from before Unicode: .VnTime and its like (TCVN3), whose name ends in H where they draw capitals; VNI-Times. */
function readIn(font: string | undefined, text: string): string {
  if (font === undefined || surelyUnicode.test(text)) return text;
  if (/^\.Vn/i.test(font)) {
    const turned = readAs('tcvn3', text);
    return /H$/.test(font) ? turned.toUpperCase() : turned;
  }
  return /^VNI[- ]/i.test(font) ? readAs('vni', text) : text;
}

const skipped: Readonly<Record<string, ReadingNote>> = {
  del: 'tracked-deletions-dropped',
  moveFrom: 'tracked-deletions-dropped',
  footnoteReference: 'footnotes-left-out',
  endnoteReference: 'footnotes-left-out',
  commentReference: 'comments-left-out',
  drawing: 'pictures-left-out',
  pict: 'pictures-left-out',
  object: 'pictures-left-out',
};

const signs: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '',
};

function pieceOf(element: Element, font: string | undefined, context: RunContext): string {
  if (element.name === 't') return readIn(font, element.text);
  if (element.name === 'br') return element.attributes['type'] === 'page' ? '' : '\n';
  return signs[element.name] ?? textIn(element, font, context);
}

function boxesOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    // The same box twice: as new Word draws it, and as old Word would.
    if (child.name === 'mc:Fallback') return [];
    return child.name === 'txbxContent' ? [child] : boxesOf(child);
  });
}

function noted(element: Element, context: RunContext): void {
  const boxes = boxesOf(element);
  for (const box of boxes) context.inner(box);
  const note = skipped[element.name]!;
  if (boxes.length === 0) context.note(note);
}

function isHidden(run: Element, context: RunContext): boolean {
  if (run.name !== 'r' || !isOn(childOf(run, 'rPr'), 'vanish')) return false;
  context.note('hidden-text-left-out');
  return true;
}

/** Properties, field codes and deleted text are no text of the draft. */
const silent = new Set(['pPr', 'rPr', 'instrText', 'delText', 'delInstrText', 'mc:Fallback', 'fldData', 'sdtPr']);

/** The text of everything in an element, as it reads once tracked changes are accepted. */
export function textIn(element: Element, font: string | undefined, context: RunContext): string {
  let text = '';
  for (const child of element.children) {
    if (silent.has(child.name)) continue;
    if (Object.hasOwn(skipped, child.name)) {
      noted(child, context);
      continue;
    }
    if (isHidden(child, context)) continue;
    if (child.name === 'ins' || child.name === 'moveTo') context.note('tracked-insertions-accepted');
    const own = child.name === 'r' ? (fontIn(childOf(child, 'rPr')) ?? context.font) : font;
    text += pieceOf(child, own, context);
  }
  return text;
}
