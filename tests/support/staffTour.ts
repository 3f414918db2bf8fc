import type { SurveyView } from '@danban/contract';
import type { Browser } from 'playwright-core';
import { accountOf, deskOf, type Desk } from './desk.ts';
import { followedConsultationIn } from './draftTexts.ts';
import { faultsEverywhere } from './faults.ts';
import { invitedIn } from './official.ts';
import { listedIn } from './listedProduct.ts';
import type { Product } from './product.ts';
import { pageRoutes, staffAddresses } from './routes.ts';

const staffRoutes = pageRoutes().filter((path) => path.startsWith('/lam-viec'));
const more = ['/lam-viec/khao-sat/moi?mau=khao-sat-hai-long-phu-huynh', '/lam-viec/vao?ma=x'];

interface Visit {
  route: string;
  address: string;
}

/** Every staff page of a product of the example, as each of its people is shown it. */
export async function staffTour(product: Product) {
  const desks = {
    admin: await deskOf(product, 'admin'),
    organizer: await deskOf(product, 'organizer'),
    leader: await deskOf(product, 'leader'),
    inspector: await deskOf(product, 'inspector'),
  };
  const [open, released] = [await desks.organizer.surveyIn('open'), await desks.organizer.surveyIn('released')];
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: open.bodyId, unitId: open.unitId };
  const draft = (await (await desks.organizer.send('POST', '/surveys', given)).json()) as SurveyView;
  const consultation = await followedConsultationIn(desks.organizer, open);
  const organisation = await invitedIn(desks.organizer, consultation.id);
  const listed = await listedIn(product, 12, desks.organizer);
  const surveys = [draft.id, open.id, released.id, consultation.id, listed.survey.id];
  const account = await accountOf(product, 'lanh-dao');

  const every = [...staffRoutes, ...more].flatMap((route) =>
    staffAddresses(route, surveys, account, organisation.id).map((address) => ({
      route,
      address: product.origin + address,
    })),
  );

  /** Which of these this person is shown; without a desk, those before signing in. */
  async function shownTo(desk: Desk | undefined, visits: Visit[]): Promise<Visit[]> {
    const headers = desk ? { cookie: desk.cookie } : {};
    const answers = await Promise.all(visits.map(({ address }) => fetch(address, { redirect: 'manual', headers })));
    return visits.filter((_, i) => answers[i]!.status === 200);
  }

  /** A page is looked at once, as the first who is shown it sees it. */
  const people = { stranger: undefined, ...desks };
  const seenBy = new Map<keyof typeof people, Visit[]>();
  const visited = () => new Set([...seenBy.values()].flat());
  for (const who of ['stranger', 'admin', 'organizer', 'leader', 'inspector'] as const) {
    const unvisited = every.filter((visit) => !visited().has(visit));
    seenBy.set(who, await shownTo(people[who], unvisited));
  }
  const routes = new Set([...visited()].map(({ route }) => route));

  return {
    /** The routes nobody is shown. */
    unseen: staffRoutes.filter((route) => !routes.has(route)),
    /** What breaks a page that this person is the first to see, in all looks. */
    async faultsSeenBy(who: keyof typeof people, browser: Browser): Promise<string[]> {
      const context = await browser.newContext();
      const desk = people[who];
      if (desk) await context.addCookies([desk.session]);
      const addresses = seenBy.get(who)!.map(({ address }) => address);
      const faults = await faultsEverywhere(context, addresses, {
        widths: [360, 768, 1280],
        looks: ['dark', 'high contrast'],
      });
      await context.close();
      return faults;
    },
  };
}
