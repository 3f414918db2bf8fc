import type { PublicSurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { error } from '@sveltejs/kit';

export type SurveyBehind = PublicSurveyView & { definition: Definition };

/** What the link leads to. A link nobody made is a 404 page; anything else is "try again". */
export async function surveyBehind(fetch: typeof globalThis.fetch, slug: string): Promise<SurveyBehind> {
  const response = await fetch(`/api/s/${encodeURIComponent(slug)}`);
  if (response.ok) return (await response.json()) as SurveyBehind;
  error(response.status === 404 ? 404 : 503);
}
