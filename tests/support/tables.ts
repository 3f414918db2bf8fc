import type { ImportedView, ImportKind, ImportView } from '@danban/contract';
import { expect } from 'vitest';
import type { Visitor } from './staff.ts';

type Answer<T> = { status: number } & T;

/** A table as somebody types it: a line per row, `;` between cells. */
export function csv(...lines: string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.join('\r\n'));
}

export function readFile(person: Visitor, kind: ImportKind, file: Uint8Array<ArrayBuffer>): Promise<Response> {
  return person.send('POST', `/imports/${kind}/read`, file);
}

/** What the file was understood to mean. */
export async function understood(
  person: Visitor,
  kind: ImportKind,
  file: Uint8Array<ArrayBuffer>,
): Promise<Answer<ImportView>> {
  const answer = await readFile(person, kind, file);
  const view = (await answer.json()) as ImportView;
  expect(answer.status, JSON.stringify(view)).toBe(200);
  return { status: answer.status, ...view };
}

interface Choice {
  columns?: Record<string, number>;
  day?: string;
  sheet?: string;
}

/** The act as the page sends it after the preview. */
export async function sendTable(
  person: Visitor,
  kind: ImportKind,
  view: ImportView,
  choice: Choice = {},
): Promise<Response> {
  const { table, sheet, columns, day } = { ...view, ...choice };
  return person.send('POST', `/imports/${kind}`, { table, sheet, columns, day });
}

/** Reads and imports; the table must be right. */
export async function imported(
  person: Visitor,
  kind: ImportKind,
  file: Uint8Array<ArrayBuffer>,
  choice: Choice = {},
): Promise<ImportedView> {
  const answer = await sendTable(person, kind, await understood(person, kind, file), choice);
  const done = (await answer.json()) as ImportedView;
  expect(answer.status, JSON.stringify(done)).toBe(201);
  return done;
}

/** What is wrong, row by row. */
export function problemsOf(view: ImportView): string[] {
  return view.problems.first.map(({ row, field = '', code }) => `${row} ${field} ${code}`);
}

export async function download(person: Visitor, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await person.send('GET', path);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}
