import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
import { leadingOn } from '../support/routes.ts';
import { staffTour } from '../support/staffTour.ts';

let product: Product;
let browser: Browser;
let tour: Awaited<ReturnType<typeof staffTour>>;

beforeAll(async () => {
  product = await startProduct({ example: true });
  browser = await launch();
  tour = await staffTour(product);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** Where colours are others, or the system's own. */
const looks: [string, BrowserContextOptions][] = [
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active' }],
];

test.each(looks)(
  'staff pages hold WCAG 2.2 AA for everybody who works here: %s',
  { timeout: 900_000 },
  async (_, look) => {
    const toured = await tour.in(browser, look, { widths: [360, 1280], once: 'route' });
    expect(toured).toEqual({ faults: [], unseen: leadingOn });
  },
);
