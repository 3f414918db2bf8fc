import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { launch } from '../support/browser.ts';
import { accountOf, deskOf, type Desk } from '../support/desk.ts';
import { axeFaults, edgelessControls, faultsEverywhere } from '../support/faults.ts';
import { listedIn } from '../support/listedProduct.ts';
import { leadingOn, pageRoutes, staffAddresses } from '../support/routes.ts';
import { startProduct, type ExampleLinks, type Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let links: ExampleLinks;
let desks: Record<keyof ExampleLinks['signIn'], Desk>;
let surveys: string[];
let account: string;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  links = product.example();
  desks = {
    admin: await deskOf(product, 'admin'),
    organizer: await deskOf(product, 'organizer'),
    leader: await deskOf(product, 'leader'),
  };
  const [open, released] = [await desks.organizer.surveyIn('open'), await desks.organizer.surveyIn('released')];
  const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: open.bodyId, unitId: open.unitId };
  const draft = (await (await desks.organizer.send('POST', '/surveys', given)).json()) as SurveyView;
  surveys = [draft.id, open.id, released.id, (await listedIn(product, 12, desks.organizer)).survey.id];
  account = await accountOf(product, 'lanh-dao');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const at = (path: string): string => product.origin + path;

test('public and respondents’ pages hold WCAG 2.2 AA on a phone, a tablet and a desk, light and dark', async () => {
  const urls = [
    at('/'),
    links.survey,
    `${links.survey}?lang=en`,
    `${links.survey}/cam-on`,
    links.results,
    at('/nowhere'),
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    expect(await faultsEverywhere(context, urls, [360, 768, 1280])).toEqual([]);
    await context.close();
  }
});

/** How a desk may look: at its largest light, and where colours are others or the system's own. */
const looks: [string, BrowserContextOptions, number[]][] = [
  ['light', {}, [360, 768, 1280]],
  ['dark', { colorScheme: 'dark' }, [360, 1280]],
  ['high contrast', { forcedColors: 'active' }, [360, 1280]],
];

const staffRoutes = pageRoutes().filter((path) => path.startsWith('/lam-viec'));
const more = ['/lam-viec/khao-sat/moi?mau=khao-sat-hai-long-phu-huynh', '/lam-viec/vao?ma=x'];

interface Visit {
  route: string;
  address: string;
}

/** Staff pages as this person is shown them; without a desk, those before signing in. */
async function shownTo(desk: Desk | undefined): Promise<Visit[]> {
  const every = [...staffRoutes, ...more].flatMap((route) =>
    staffAddresses(route, surveys, account).map((address) => ({ route, address: at(address) })),
  );
  const headers = desk ? { cookie: desk.cookie } : {};
  const answers = await Promise.all(every.map(({ address }) => fetch(address, { redirect: 'manual', headers })));
  return every.filter((_, i) => answers[i]!.status === 200);
}

test.each(looks)(
  'staff pages hold WCAG 2.2 AA for everybody who works here: %s',
  { timeout: 900_000 },
  async (_, look, widths) => {
    const once = widths.length > 2 ? 'address' : 'route';
    const visited = new Set<string>();
    for (const desk of [undefined, ...Object.values(desks)]) {
      const context = await browser.newContext(look);
      if (desk) await context.addCookies([desk.session]);
      // A page is looked at once, as the first who is shown it sees it; where only colours differ, one page of each route.
      const visits = (await shownTo(desk)).filter((visit) => !visited.has(visit[once]) && visited.add(visit[once]));
      const addresses = visits.map(({ address }) => address);
      expect(await faultsEverywhere(context, addresses, widths)).toEqual([]);
      for (const { route } of visits) visited.add(route);
      await context.close();
    }
    expect(staffRoutes.filter((route) => !visited.has(route))).toEqual(leadingOn);
  },
);

test('in high contrast a control that has nothing but a background is seen to fail', async () => {
  const page = await (await browser.newContext({ forcedColors: 'active' })).newPage();
  await page.goto(at('/lam-viec/dang-nhap'), { waitUntil: 'networkidle' });
  expect(await edgelessControls(page)).toEqual([]);
  await page.evaluate(`document.querySelector('main button').style.cssText = 'border: 0; appearance: none'`);
  expect(await edgelessControls(page)).toHaveLength(1);
});

test('everything a thumb can press on the respondent’s page is at least 44 px', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(links.survey);
  await page.locator('.skip').focus();
  // A label without a box of its own leaves its place to the button inside it.
  const controls = await page.evaluate<[string, boolean][]>(`[
    ...document.querySelectorAll('a, button, summary, label:has(input), textarea, [data-mark]')]
    .filter((one) => one.checkVisibility() && !one.matches('.choice [data-mark]'))
    .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .map(([what, box]) => [what, Math.min(Math.round(box.height), Math.round(box.width)) >= 44])`);
  expect(controls.length).toBeGreaterThan(100);
  expect(controls.filter(([, large]) => !large)).toEqual([]);
});

test('the respondent’s page holds WCAG 2.2 AA with everything open and everything wrong', async () => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(links.survey);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  await page.locator('form#form button[type=submit]').click();
  await page.waitForSelector('#errors:focus');
  expect(await axeFaults(page)).toEqual([]);
});

test('the form is answered by keyboard alone', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(links.survey);
  await page.locator('input[name="q1"]').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('input[name="q1"]:checked').count()).toBe(1);
  const before = await page.evaluate<string>('document.activeElement.name');
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('document.activeElement.name ?? document.activeElement.tagName')).not.toBe(before);
});
