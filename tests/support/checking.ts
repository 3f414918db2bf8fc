import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const maker = new URL('../../web/checkFile.ts', import.meta.url).href;

/** SHA-256 of the check as a file, made once more from the sources, in a process that begins elsewhere. */
export function hashMadeAnew(): string {
  const script = `process.stdout.write(await (await import(${JSON.stringify(maker)})).checkFileText());`;
  const env = { ...process.env, NODE_ENV: 'production' };
  const text = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: tmpdir(),
    env,
    maxBuffer: 2 ** 24,
  });
  return createHash('sha256').update(text).digest('hex');
}

/** Downloads the check from the page that is shown, as a visitor does: where it lies now, as an address. */
export const keepFile = (page: Page): Promise<{ address: string; path: string }> =>
  downloadOf(page, page.getByRole('link', { name: 'Tải tệp kiểm tra' }));

/** Downloads what is behind a link. */
export async function downloadOf(page: Page, link: Locator): Promise<{ address: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'danban-kept-'));
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { address: pathToFileURL(path).href, path };
}

/** A copy of the log with one survey, as it is published at this moment. */
export async function copyOfLog(origin: string, slug: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'danban-copy-'));
  await mkdir(join(folder, slug));
  const ofSurvey = ['opening', 'definition', 'tree', 'leaves', 'release-1', 'tables-1'].map(
    (name) => `${slug}/${name}`,
  );
  for (const name of ['checkpoint', 'entries', ...ofSurvey]) {
    const response = await fetch(`${origin}/api/log/${name}`);
    if (response.ok) await writeFile(join(folder, name), new Uint8Array(await response.arrayBuffer()));
  }
  return folder;
}

/** Has the file that was kept look into a copy of the log, and gives what it says. */
export async function lookInCopy(page: Page, kept: string, copy: string, receipt: string): Promise<string> {
  await page.goto(kept);
  await page.getByLabel('Từ bản sao nhật ký trên máy này').check();
  await page.getByLabel('Thư mục bản sao').setInputFiles(copy);
  await page.getByText('Khảo sát: ').waitFor();
  return look(page, receipt);
}

/** Has the file that was kept look into a package, and gives what it says. */
export async function lookInPackage(page: Page, kept: string, archive: string): Promise<string> {
  await page.goto(kept);
  await page.getByLabel('Từ gói kiểm tra (.zip) trên máy này').check();
  await page.getByLabel('Gói kiểm tra', { exact: true }).setInputFiles(archive);
  await page.getByText('Khảo sát: ').waitFor();
  return look(page, '');
}

/** Types the code, presses the button, and gives what the page says when it is done. */
export async function look(page: Page, receipt: string): Promise<string> {
  await page.getByLabel('Mã biên nhận').fill(receipt);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  return said(page);
}

export async function said(page: Page): Promise<string> {
  const done = page.getByText(/Khảo sát khớp|Khảo sát có điều không khớp|Không thấy khảo sát ở nơi này/);
  await done.waitFor({ timeout: 30_000 });
  return page.innerText('main');
}
