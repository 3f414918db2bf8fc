import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Published } from './receiptCases.ts';

const origin = 'http://localhost';
const entry = fileURLToPath(new URL('inBrowser.ts', import.meta.url));

/** Where the page finds the published files of the survey. */
export const filesBase = `${origin}/api/log/khao-sat/`;

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
export async function openPage(browser: Browser, { files }: Published): Promise<Page> {
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
