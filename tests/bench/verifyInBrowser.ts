import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { MISSING_CHROMIUM, findChromium } from '../../scripts/lib/chromium.mjs';
import { checkFileText } from '../../web/checkFile.ts';
import { launch } from '../support/browser.ts';
import { lookInCopy } from '../support/checking.ts';
import { atMost, type Figure } from './figures.ts';
import { publishedSurvey } from './published.ts';
import { people, questions } from './recounting.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { slow, slower, timedTask, watchScript } from './script.ts';

const rounds = 5;
const origin = 'http://localhost';
const entry = fileURLToPath(new URL('inBrowser.ts', import.meta.url));

type Published = Awaited<ReturnType<typeof publishedSurvey>>;

/** The code under measure as one script, built as the pages are. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return (chunk as { code: string }).code;
}

/** A page that has the code, and reads the published files where the log would be. */
async function openPage(browser: Browser, { files }: Published): Promise<Page> {
  const page = await browser.newPage();
  const empty = { body: '<!doctype html><title>Bench</title>', contentType: 'text/html' };
  await page.route(`${origin}/**`, (route) => {
    const file = files[new URL(route.request().url()).pathname.slice('/api/log/'.length)];
    return route.fulfill(file ? { body: Buffer.from(file) } : empty);
  });
  await page.goto(`${origin}/`);
  await page.addScriptTag({ content: await script() });
  return page;
}

async function recounting(page: Page) {
  const devtools = await watchScript(page);
  await page.evaluate('globalThis.measured = underMeasure.recounting(); undefined');
  const timed = (what: string) => timedTask(devtools, () => page.evaluate(`measured.${what}(); undefined`));
  return inTurns(rounds, { recount: () => timed('recount'), hash: () => timed('hash') });
}

/** On the page itself and not beside it, where the throttle would not reach. */
async function receipts(page: Page, { receipt }: Published): Promise<number[]> {
  const base = `${origin}/api/log/khao-sat/`;
  await page.evaluate(`underMeasure.receipts('${base}').then((find) => void (globalThis.find = find))`);
  const devtools = await watchScript(page);
  await slow(devtools, slower);
  const find = () => timedTask(devtools, () => page.evaluate(`find(${JSON.stringify(receipt)})`));
  // As somebody does who looks once: nothing of it is warm.
  const found = [await find()];
  await slow(devtools, 1);
  return found;
}

/** How long the page was busy in one piece at most, from the moment the button was pressed. */
const watchTasks = `if (globalThis.document) {
  const tasks = [];
  let pressed = Infinity;
  addEventListener('submit', () => (pressed = performance.now()), true);
  new PerformanceObserver((seen) => tasks.push(...seen.getEntries())).observe({ type: 'longtask', buffered: true });
  globalThis.longest = () =>
    Math.max(0, ...tasks.filter(({ startTime }) => startTime >= pressed - 50).map(({ duration }) => duration));
}`;

/** The file to keep with a copy of the log, as somebody uses it: how long it takes, and the longest the page did not answer. */
async function keptFile(browser: Browser, { files, receipt }: Published): Promise<{ took: number; blocked: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'danban-bench-copy-'));
  try {
    await mkdir(join(folder, 'copy', 'khao-sat'), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, 'copy', name), bytes);
    const file = join(folder, 'dan-ban-kiem-tra.html');
    await writeFile(file, await checkFileText());
    const page = await browser.newPage();
    await page.addInitScript(watchTasks);
    const took: number[] = [];
    const blocked: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      const said = await lookInCopy(page, pathToFileURL(file).href, join(folder, 'copy'), receipt);
      took.push(performance.now() - began);
      if (!said.includes(`được đếm trong cả ${questions} bảng`)) throw new Error(`the file says: ${said}`);
      blocked.push(await page.evaluate<number>('longest()'));
    }
    return { took: median(took), blocked: median(blocked) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same in Chromium: the recount, one receipt on a slow phone, and whether the page stays free meanwhile. */
export async function verifyingInBrowser(): Promise<Figure[]> {
  if (findChromium() === undefined) {
    console.error(MISSING_CHROMIUM);
    return [];
  }
  const published = await publishedSurvey(people, questions);
  const browser = await launch();
  try {
    const page = await openPage(browser, published);
    const times = await recounting(page);
    const found = await receipts(page, published);
    const { took, blocked } = await keptFile(browser, published);
    return [
      {
        name: 'verify/browser',
        value: ratio(times.recount, times.hash),
        unit: '× hashing the same leaves once in Chromium',
        target: atMost(3),
      },
      {
        name: 'verify/browser-time',
        value: median(times.recount),
        unit: 'ms to count them anew in Chromium',
        target: null,
      },
      {
        name: 'verify/browser-receipt',
        value: median(found),
        unit: `ms for one receipt, ${slower} times slower`,
        target: atMost(100),
      },
      { name: 'verify/file', value: took, unit: 'ms from the file on the disk to what it says', target: null },
      { name: 'verify/page', value: blocked, unit: 'ms, the longest the page was busy meanwhile', target: atMost(100) },
    ];
  } finally {
    await browser.close();
  }
}
