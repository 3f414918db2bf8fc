import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

/** Everything a context asks for, to be looked at afterwards. */
export function watched(context: BrowserContext) {
  const requests: Request[] = [];
  context.on('request', (request) => void requests.push(request));
  return { requests, posts: () => requests.filter((request) => request.method() === 'POST') };
}
export type Watched = ReturnType<typeof watched>;

const phone = { viewport: { width: 360, height: 740 } };

/** Visits on a phone that remembers nothing of the visit before. */
export const visitsOf = (browser: () => Browser) => {
  return async (run: (page: Page, seen: Watched) => Promise<void>, options = {}): Promise<void> => {
    const context = await browser().newContext({ ...phone, ...options });
    context.setDefaultTimeout(15_000);
    const seen = watched(context);
    try {
      await run(await context.newPage(), seen);
    } finally {
      await context.close();
    }
  };
};

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
export const sheet = (page: Page) => page.locator('form#form');

/** Goes from the link to the form and gives the recovery code. */
export async function collect(page: Page): Promise<string> {
  await press(page, 'Nhận phiếu');
  await heading(page, 'Ghi lại mã khôi phục').waitFor();
  const code = await page.locator('.seed').innerText();
  await press(page, 'Tôi đã ghi lại, nhận phiếu');
  await heading(page, 'Đã nhận phiếu. Mời trả lời bên dưới.').waitFor();
  return code;
}

export async function answerAll(page: Page): Promise<void> {
  const inputs = await page.locator('form#form :is(input[type=radio], input[type=checkbox])').all();
  const names = await Promise.all(inputs.map((input) => input.getAttribute('name')));
  for (const name of new Set(names)) await page.locator(`input[name="${name}"]`).first().check({ force: true });
}

export async function send(page: Page): Promise<void> {
  await page.locator('form#form button[type=submit]').click();
  await page.waitForURL('**/cam-on');
}

/** What the device holds after a visit. */
export const keptOn = (page: Page) =>
  page.evaluate<{ credentials: string[]; stored: number }>(`new Promise((done) => {
    const opening = indexedDB.open('danban', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('credentials', { keyPath: 'slug' });
    opening.onsuccess = () => {
      const asked = opening.result.transaction('credentials').objectStore('credentials').getAll();
      asked.onsuccess = () => {
        opening.result.close();
        done({ credentials: asked.result.map(({ key }) => key.constructor.name + ' ' + key.extractable),
               stored: localStorage.length + sessionStorage.length });
      };
    };
  })`);

export const pathOf = (request: Request) => new URL(request.url()).pathname;
export const sizeOf = (request: Request) => request.postDataBuffer()?.length ?? 0;
