import type { DraftsView } from '@danban/contract';
import type { Desk } from '../visitor.ts';
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
