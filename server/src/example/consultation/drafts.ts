import type { DraftsView, PublicDraftView } from '@danban/contract';
import type { Desk, Send } from '../visitor.ts';
import type { Version } from './seed.ts';

const drafts = (survey: string): string => `/surveys/${survey}/drafts`;
const standing = async (desk: Desk, survey: string) => (await desk.get(drafts(survey))) as DraftsView;

/** The drafter brings a version, says what became of each clause, and the union publishes it. */
export async function bring(
  { drafter, union }: { drafter: Desk; union: Desk },
  survey: string,
  { file, label, datedOn }: Version,
): Promise<void> {
  const at = drafts(survey);
  await drafter.post(`${at}/working/text`, { text: file(), label, datedOn, notSecret: true });
  const { working, links } = await standing(drafter, survey);
  if (links) await drafter.post(`${at}/working/links/confirmation`, { revision: working!.revision });
  const { revision } = (await standing(union, survey)).working!;
  await union.post(`${at}/publication`, { revision, label, datedOn });
}

/** A question on each article of the first version, with room for words. */
export async function askAboutArticles(union: Desk, survey: string, revision: number): Promise<void> {
  await union.post(`${drafts(survey)}/questions`, { version: 1, revision, grain: 'articles', comments: true });
}

/** Where everybody reads them. */
export async function readingUrl(union: Desk, survey: string): Promise<string> {
  return (await standing(union, survey)).url!;
}

/** How a clause of a version is named among the keys. */
export const place = (version: number, path: string): string => `${version} ${path}`;

/** The key of every clause of these published versions, as anybody can read them. */
export async function keysIn(send: Send, slug: string, numbers: readonly number[]): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const number of numbers) {
    const { version } = (await (await send(`/api/c/${slug}?version=${number}`)).json()) as PublicDraftView;
    for (const { path, key } of version.clauses) keys.set(place(number, path), key);
  }
  return keys;
}
