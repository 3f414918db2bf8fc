import { cleanText } from '@danban/text';
import type { Read } from '../draft/issue.ts';
import { linesInUnicode } from '../draft/legacy.ts';
import type { Draft, DraftLine } from '../draft/line.ts';
import { Body } from './body.ts';
import { readParts } from './parts.ts';
import { childOf } from './xml.ts';

const headerOrFooter = /\/(?:header|footer)\d*\.xml$/;

/**
 * The text of a .docx as lines: automatic numbers are written out, tracked changes are accepted, rows of tables are
 * lines; headers, footers, notes, hidden text and pictures are left out and noted.
 */
export function readDocument(bytes: Uint8Array): Read<Draft> {
  const parts = readParts(bytes);
  if (!parts.ok) return parts;
  const body = new Body(parts.value);
  const root = childOf(parts.value.document, 'body');
  if (root !== undefined) body.read(root);
  const raw = body.lines.map((line) => cleanText(line.text).replace(/\t|\n/g, ' ').trim());
  const turned = linesInUnicode(raw);
  if (turned.some((line, i) => line !== raw[i])) body.notes.add('legacy-font-converted');
  if (parts.value.names.some((name) => headerOrFooter.test(name))) body.notes.add('headers-left-out');
  const lines = body.lines
    .map((line, i): DraftLine => {
      const isDecomposed = line.text !== line.text.normalize('NFC');
      return { ...line, text: turned[i]!, ...(isDecomposed ? { decomposed: true as const } : {}) };
    })
    .filter((line) => line.text !== '');
  return { ok: true, value: { lines, about: {}, notes: [...body.notes].sort() } };
}
