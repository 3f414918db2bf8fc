import type { LinkView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';

/** Whether links lead somewhere: before it they are not there, after it they only say that it is over. */
export const canBeShared = ({ state, links }: Pick<SurveyView, 'state' | 'links'>): boolean =>
  ['scheduled', 'open', 'paused'].includes(state) && links.length > 0;

/** Whether a common link, on paper or on a screen, leads to the form: behind a list only a personal one does. */
export const leadsIn = (definition: unknown): boolean => (definition as Definition).door !== 'roster';

/** The address without what browsers add by themselves, as people type it. */
export const typed = (url: string): string => url.replace(/^https?:\/\//, '');

/** More than so many units are not laid out unless they are asked for. */
const atOnce = 20;

/** The links of the units asked for; of nobody asked for: all where they are few, otherwise the first. */
export function chosenLinks(links: LinkView[], asked: readonly string[]): LinkView[] {
  if (asked.includes('tat-ca')) return links;
  const chosen = links.filter(({ slug }) => asked.includes(slug));
  if (chosen.length > 0) return chosen;
  return links.length <= atOnce ? links : links.slice(0, 1);
}

/** The link of the one unit asked for, or the first. */
export const oneLink = (links: LinkView[], asked: string | null): LinkView | undefined =>
  links.find(({ slug }) => slug === asked) ?? links[0];
