import type { Actor } from '@danban/access';
import { entryLine, headerLine, type Head } from '@danban/audit';
import { csvMore, csvText, type Value } from '@danban/tables';
import { actName, actSentence, formatDateTime, t, whoActed, type Lang } from '@danban/i18n';
import type { House } from '../house.ts';
import { streamOf } from '../http/stream.ts';
import { findMarkedAfter, type MarkedRow } from './find.queries.ts';
import type { ExportedActs } from './inputs.ts';
import { record } from './record.ts';
import { entryIn, linkIn } from './rows.ts';
import { headOf } from './service.ts';
import { entryView, namesFor } from './views.ts';
import type { Watched } from './watched.ts';

export type Format = 'csv' | 'jsonl';

const atOnce = 1_000;

async function* linksOf(house: House, watched: Watched, wanted: ExportedActs, head: Head): AsyncGenerator<MarkedRow[]> {
  for (let after = 0; after < head.seq;) {
    const rows = await findMarkedAfter(house.db, watched, wanted, { after, upTo: head.seq, limit: atOnce });
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.seq;
  }
}

/** Every link of the chain: with its act where it is shown, by its hashes alone where it is not. */
async function* jsonLines(house: House, watched: Watched, wanted: ExportedActs, head: Head): AsyncGenerator<string> {
  yield `${headerLine(house.clock().toISOString(), head)}\n`;
  for await (const rows of linksOf(house, watched, wanted, head)) {
    yield rows.map((row) => `${entryLine(row.wanted ? entryIn(row) : linkIn(row))}\n`).join('');
  }
}

function columns(lang: Lang): string[] {
  const named = (['seq', 'at', 'who', 'act', 'sentence', 'object', 'unit', 'hash', 'previous'] as const).map((column) =>
    t(lang, `audit.column.${column}`),
  );
  return named;
}

function csvRow(lang: Lang, row: MarkedRow, names: Record<string, string>): Value[] {
  const view = entryView(row);
  const { seq, at, actor, act, object, unit, hash } = view;
  const sentence = actSentence(lang, view, names);
  const said = [formatDateTime(lang, at), whoActed(lang, actor), actName(lang, act), sentence, object.name, unit ?? ''];
  return [seq, ...said, hash, linkIn(row).previous ?? ''];
}

/** The acts that are shown, for people, oldest first. */
async function* csvLines(house: House, watched: Watched, wanted: ExportedActs, head: Head): AsyncGenerator<string> {
  yield csvText([columns(wanted.lang)], wanted.lang);
  for await (const rows of linksOf(house, watched, wanted, head)) {
    const shown = rows.filter((row) => row.wanted);
    const names = await namesFor(house.db, shown.map(entryView));
    if (shown.length > 0)
      yield csvMore(
        shown.map((row) => csvRow(wanted.lang, row, names)),
        wanted.lang,
      );
  }
}

const isFiltered = ({ lang: _lang, q, ...others }: ExportedActs): boolean =>
  q !== '' || Object.values(others).some(Boolean);

/**
 * The log as a file, piece by piece. Taking it away is an act as well; its own line is the last one in the file.
 */
export async function exportActs(
  house: House,
  by: Actor,
  watched: Watched,
  wanted: ExportedActs,
  format: Format,
): Promise<ReadableStream<Uint8Array>> {
  const details = { format, filtered: isFiltered(wanted) };
  await house.db.transaction().execute((trx) => record(house, trx, { by, act: 'audit.export', details }));
  const lines = format === 'csv' ? csvLines : jsonLines;
  return streamOf(lines(house, watched, wanted, await headOf(house)));
}
