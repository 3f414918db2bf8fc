import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { deskOf, type Desk } from './desk.ts';
import { startProduct, type Product } from './product.ts';

/** An organizer of the example who writes drafts, each in a browser of its own. */
export interface Drafting {
  product: Product;
  desk: Desk;
  /** A draft where she has one open: blank, or begun with what is given. */
  create(begin?: object): Promise<SurveyView>;
  held(survey: SurveyView): Promise<Definition>;
  /** The editor in a browser of its own, once the page has come alive. */
  editor(survey: SurveyView, options?: BrowserContextOptions): Promise<Page>;
  /** Once more in the same browser. */
  open(context: BrowserContext, survey: SurveyView, scripts?: boolean): Promise<Page>;
  leave(): Promise<void>;
}

export async function drafting(): Promise<Drafting> {
  const browser = await launch();
  const product = await startProduct({ example: true });
  const desk = await deskOf(product, 'organizer');
  const { bodyId, unitId } = await desk.surveyIn('open');
  const open: Drafting['open'] = async (context, survey, scripts = true) => {
    const page = await context.newPage();
    await page.goto(`${product.origin}/lam-viec/khao-sat/${survey.id}`);
    if (scripts) await page.locator('.bar.alive').waitFor();
    return page;
  };
  return {
    product,
    desk,
    create: async (begin = {}) =>
      (await (await desk.send('POST', '/surveys', { bodyId, unitId, ...begin })).json()) as SurveyView,
    held: async ({ id }) => (await desk.survey(id)).definition as Definition,
    async editor(survey, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      await context.addCookies([desk.session]);
      return open(context, survey, options.javaScriptEnabled !== false);
    },
    open,
    async leave() {
      await browser.close();
      await product.remove();
    },
  };
}
