import type { Browser } from 'playwright-core';
import type { Figure } from './figures.ts';
import { filesBase, openPage } from './pageOfCode.ts';
import { receiptCases, targetOf, wordsOf, type Published, type ReceiptCase } from './receiptCases.ts';
import { median } from './rounds.ts';
import { slow, slower, timedTask, watchScript } from './script.ts';

const rounds = 3;

/** On the page itself and not beside it, where the throttle would not reach; as somebody does who looks once, nothing of it warm. */
async function receiptTime(browser: Browser, published: Published): Promise<number> {
  const page = await openPage(browser, published);
  await page.evaluate(`underMeasure.receipts('${filesBase}').then((find) => void (globalThis.find = find))`);
  const devtools = await watchScript(page);
  await slow(devtools, slower);
  const took = await timedTask(devtools, () => page.evaluate(`find(${JSON.stringify(published.receipt)})`));
  await page.close();
  return took;
}

/** One receipt on a slow phone, wherever its sheet is opened to. */
export async function receiptsInBrowser(
  browser: Browser,
  published: Record<ReceiptCase, Published>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of receiptCases) {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) took.push(await receiptTime(browser, published[name]));
    const unit = `ms for a receipt ${wordsOf(name)}, ${slower} times slower`;
    figures.push({ name: `verify/browser-${name}`, value: median(took), unit, target: targetOf(name, 100) });
  }
  return figures;
}
