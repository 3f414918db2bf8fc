import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const phone = { viewport: { width: 360, height: 740 } };

type Run = (page: Page, context: BrowserContext) => Promise<void>;

/** Visits on a phone that remembers nothing of the visit before. */
export const visitsOn = (browser: () => Browser) => {
  return async (run: Run, options: BrowserContextOptions = {}): Promise<void> => {
    const context = await browser().newContext({ ...phone, ...options });
    try {
      await run(await context.newPage(), context);
    } finally {
      await context.close();
    }
  };
};

/** Chooses the first option of every group that has none yet: what a hurried thumb does. */
export async function answerAll(page: Page, { force = false } = {}): Promise<void> {
  const inputs = await page.locator('form#form :is(input[type=radio], input[type=checkbox])').all();
  const names = await Promise.all(inputs.map((input) => input.getAttribute('name')));
  for (const name of new Set(names)) await page.locator(`input[name="${name}"]`).first().check({ force });
}
