import type { ReleasePage } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import type { Lang } from '@danban/i18n';
import { docxOf } from '@danban/report';
import type { Issuer } from '../documents/issuer.ts';
import { findIssuer } from '../documents/queries.ts';
import { pageText, sharedByPages, type Opened } from './reader.ts';
import { reportOf } from './report/report.ts';

/** A stored release never changes, so neither does its report while its issuer is called the same; some are kept. */
const kept = new Map<string, Promise<ArrayBuffer>>();
const mostKept = 16;

async function made(db: Db, opened: Opened, issuer: Issuer, lang: Lang): Promise<ArrayBuffer> {
  const page = JSON.parse(await pageText(db, await sharedByPages(db, opened), 0)) as ReleasePage;
  return docxOf(reportOf(page, issuer, lang));
}

/** The whole of a release as a report in the layout of office documents, to be completed and signed. */
export async function releaseDocx(db: Db, opened: Opened, lang: Lang): Promise<ArrayBuffer> {
  const issuer = await findIssuer(db, opened.survey);
  const key = JSON.stringify([opened.found.id, lang, issuer]);
  const known = kept.get(key) ?? made(db, opened, issuer, lang);
  if (!kept.has(key) && kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  return known;
}
