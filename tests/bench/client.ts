import type { Browser, Page } from 'playwright-core';
import { MISSING_CHROMIUM, findChromium } from '../../scripts/lib/chromium.mjs';
import { launch } from '../support/browser.ts';
import { answerAll, visitsOn } from '../support/answering.ts';
import { collect, heading, send } from '../support/personalVisit.ts';
import { atMost, type Figure } from './figures.ts';
import type { Bench } from './product.ts';
import { median } from './rounds.ts';
import { scriptOf, slow, slower, timedScript, watchScript } from './script.ts';

const visits = 5;
/** Everything the scripts of the page do from the personal link to the sealed answer, but for the choosing of answers. */
async function workOf(page: Page, link: string): Promise<number> {
  const devtools = await watchScript(page);
  await slow(devtools, slower);
  const opening = await timedScript(devtools, async () => {
    await page.goto(link);
    await heading(page, 'Nhận phiếu').waitFor();
  });
  const collecting = await timedScript(devtools, () => collect(page));
  await slow(devtools, 1);
  await answerAll(page, { force: true });
  await slow(devtools, slower);
  const chosen = await scriptOf(devtools);
  let sealed = 0;
  await page.route('**/submissions', async (route) => {
    sealed = await scriptOf(devtools);
    await route.continue();
  });
  await send(page);
  return opening + collecting + sealed - chosen;
}

async function measured(browser: Browser, links: string[]): Promise<number[]> {
  const visit = visitsOn(() => browser);
  const work: number[] = [];
  for (const link of links) await visit(async (page) => void work.push(await workOf(page, link)));
  return work;
}

/** What the blind signature costs a phone, from invitation to sealed answer. */
export async function client(bench: Bench): Promise<Figure[]> {
  if (findChromium() === undefined) {
    console.error(MISSING_CHROMIUM);
    return [];
  }
  const { ports, listed } = await bench.served();
  const linkOf = (code: string): string =>
    `http://localhost:${ports.product}/s/${listed.slug}#${code}.0.${listed.opening.slice(0, 16)}`;
  const browser = await launch();
  try {
    const work = await measured(browser, listed.codes.slice(-visits).map(linkOf));
    return [
      {
        name: 'credential/client',
        value: median(work),
        unit: `ms of script, ${slower} times slower`,
        target: atMost(100),
      },
    ];
  } finally {
    await browser.close();
  }
}
