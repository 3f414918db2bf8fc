import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { startProduct, type Product } from '../support/product.ts';
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

test.each(['organizer', 'leader', 'inspector'] as const)(
  'staff pages hold WCAG 2.2 AA on every screen, light, dark and in high contrast: those of the %s',
  { timeout: 900_000 },
  async (who) => expect(await tour.faultsSeenBy(who, browser)).toEqual([]),
);
