import type { EarlierWave, ReleasePage } from '@danban/contract';
import { whoAnswered } from '@danban/i18n';
import type { Who } from '@danban/i18n';
import { attentionOf, type Attention } from './attention.ts';
import { headlineOf, type Headline } from './headline.ts';
import { heatOf, type Heat } from './heat.ts';
import { facetsOf, profilesOf, type ShownFacet, type ShownProfile } from './profiles.ts';
import { pageBelow, type PageBelow } from '../results/pagesBelow.ts';
import { isTold, readPage, type ReadPage } from './read.ts';
import { turnoutOf, type Turnout } from './turnout.ts';

/** What a leader reads at a glance; only this reaches the browser. */
export interface Overview extends Pick<ReleasePage, 'release' | 'releases' | 'path'> {
  survey: ReadPage['survey'];
  /** The unit shown, then those right below it that stand on this page; what is found is found in all of them. */
  units: ReadPage['units'];
  below: PageBelow;
  who: Who;
  /** Whether the unit shown has any figure: where all is protected, nothing to look at is no good news. */
  told: boolean;
  attention: Attention[];
  headline: Headline | null;
  profiles: ShownProfile[];
  facets: ShownFacet[];
  turnout: Turnout;
  heat: Heat | null;
}

/** Everything is derived from released cells, so an overview says nothing that the release does not say. */
export function overviewOf(stored: ReleasePage, earlier: readonly EarlierWave[], address: URLSearchParams): Overview {
  const page = readPage(stored);
  const headline = headlineOf(page, earlier);
  const heat = heatOf(page);
  const participation = page.units[0]?.participation ?? { kind: 'unknown' };
  return {
    release: stored.release,
    releases: stored.releases,
    path: stored.path,
    survey: page.survey,
    ...pageBelow(page.units, address),
    who: whoAnswered(page.survey.countUnit ?? 'person', participation),
    told: isTold(page),
    attention: attentionOf(page, headline),
    headline,
    profiles: profilesOf(page),
    facets: facetsOf(page),
    turnout: turnoutOf(page.units.slice(1)),
    heat: heat && { ...heat, rows: pageBelow(heat.rows, address).units },
  };
}
