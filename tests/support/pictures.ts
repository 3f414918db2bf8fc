import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = new URL('../output/', import.meta.url).pathname;

/** Leaves pictures of the whole page as a phone, a tablet and a desk show it, for people to look at. */
export async function picture(page: Page, name: string, widths = [360, 768, 1280]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}
