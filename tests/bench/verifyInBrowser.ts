import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { MISSING_CHROMIUM, findChromium } from '../../scripts/lib/chromium.mjs';
import { checkFileText } from '../../web/checkFile.ts';
import { launch } from '../support/browser.ts';
import { lookInCopy } from '../support/checking.ts';
import { atMost, type Figure } from './figures.ts';
import { openPage } from './pageOfCode.ts';
import type { Published, ReceiptCase } from './receiptCases.ts';
import { receiptsInBrowser } from './receiptsInBrowser.ts';
import { questions } from './recounting.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { timedTask, watchScript } from './script.ts';

const rounds = 5;

async function recounting(page: Page) {
  const devtools = await watchScript(page);
  await page.evaluate('globalThis.measured = underMeasure.recounting(); undefined');
  const timed = (what: string) => timedTask(devtools, () => page.evaluate(`measured.${what}(); undefined`));
  return inTurns(rounds, { recount: () => timed('recount'), hash: () => timed('hash') });
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

/** The same in Chromium: the recount, receipts on a slow phone, and whether the page stays free meanwhile. */
export async function verifyingInBrowser(published: Record<ReceiptCase, Published>): Promise<Figure[]> {
  if (findChromium() === undefined) {
    console.error(MISSING_CHROMIUM);
    return [];
  }
  const browser = await launch();
  try {
    const page = await openPage(browser, published.receipt);
    const times = await recounting(page);
    const found = await receiptsInBrowser(browser, published);
    const { took, blocked } = await keptFile(browser, published.receipt);
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
      ...found,
      { name: 'verify/file', value: took, unit: 'ms from the file on the disk to what it says', target: null },
      { name: 'verify/page', value: blocked, unit: 'ms, the longest the page was busy meanwhile', target: atMost(100) },
    ];
  } finally {
    await browser.close();
  }
}
