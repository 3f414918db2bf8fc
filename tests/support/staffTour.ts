import type { SurveyView } from '@danban/contract';
import type { Browser, BrowserContextOptions } from 'playwright-core';
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

/** What a tour of one look found: what breaks a page, and the routes nobody was shown. */
export interface Toured {
  faults: string[];
  unseen: string[];
}

/** Every staff page of a product of the example, as each of its people is shown it. */
export async function staffTour(product: Product) {
  const desks = {
    admin: await deskOf(product, 'admin'),
    organizer: await deskOf(product, 'organizer'),
    leader: await deskOf(product, 'leader'),
  };
  const [open, released] = [await desks.organizer.surveyIn('open'), await desks.organizer.surveyIn('released')];
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: open.bodyId, unitId: open.unitId };
  const draft = (await (await desks.organizer.send('POST', '/surveys', given)).json()) as SurveyView;
  const consultation = await followedConsultationIn(desks.organizer, open);
  const organisation = await invitedIn(desks.organizer, consultation.id);
  const listed = await listedIn(product, 12, desks.organizer);
  const surveys = [draft.id, open.id, released.id, consultation.id, listed.survey.id];
  const account = await accountOf(product, 'lanh-dao');

  /** Staff pages as this person is shown them; without a desk, those before signing in. */
  async function shownTo(desk: Desk | undefined): Promise<Visit[]> {
    const every = [...staffRoutes, ...more].flatMap((route) =>
      staffAddresses(route, surveys, account, organisation.id).map((address) => ({
        route,
        address: product.origin + address,
      })),
    );
    const headers = desk ? { cookie: desk.cookie } : {};
    const answers = await Promise.all(every.map(({ address }) => fetch(address, { redirect: 'manual', headers })));
    return every.filter((_, i) => answers[i]!.status === 200);
  }

  return {
    /** A page is looked at once, as the first who is shown it sees it: each address, or one page of each route. */
    async in(
      browser: Browser,
      look: BrowserContextOptions,
      { widths, once }: { widths: number[]; once: keyof Visit },
    ): Promise<Toured> {
      const visited = new Set<string>();
      const faults: string[] = [];
      for (const desk of [undefined, ...Object.values(desks)]) {
        const context = await browser.newContext(look);
        if (desk) await context.addCookies([desk.session]);
        const visits = (await shownTo(desk)).filter((visit) => !visited.has(visit[once]) && visited.add(visit[once]));
        const addresses = visits.map(({ address }) => address);
        faults.push(...(await faultsEverywhere(context, addresses, widths)));
        for (const { route } of visits) visited.add(route);
        await context.close();
      }
      return { faults, unseen: staffRoutes.filter((route) => !visited.has(route)) };
    },
  };
}
