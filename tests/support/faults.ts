import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ofColour = axe
  .getRules(rules)
  .filter(({ tags }) => tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId);
const running = (only: string[]): string => `axe.run({ runOnly: ${JSON.stringify(only)} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')))`;

/** Words on the page in letters under 16 px, those of charts among them. */
const smallText = `() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .skip'))
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
  .map((one) => 'text of ' + getComputedStyle(one).fontSize + ': ' + one.textContent.trim().slice(0, 40))`;

/** Controls under 44 px. A link within a sentence may be as high as its line; one that covers its card is the card. */
const smallTargets = `() => {
  const heightOf = (one) => {
    if (getComputedStyle(one, '::after').position === 'absolute') return one.offsetParent.offsetHeight;
    const label = one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : null;
    return Math.max(...[one, label].map((box) => box?.getBoundingClientRect().height ?? 0));
  };
  const inSentence = (one) => getComputedStyle(one).display === 'inline' &&
    one.parentElement.textContent.trim().length > one.textContent.trim().length;
  return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .skip'))
    .filter((one) => !(one.matches('a') && inSentence(one)))
    .filter((one) => heightOf(one) < 43.9)
    .map((one) => 'target of ' + heightOf(one) + ' px: ' + (one.textContent || one.name).trim().slice(0, 40));
}`;

/** What breaks WCAG 2.2 AA on the page as it stands. */
export async function axeFaults(page: Page, only = rules): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  return page.evaluate<string[]>(running(only));
}

/** A background is no edge where the system replaces our colours: what is pressed or filled in needs a line around it. */
const edgeless = `matchMedia('(forced-colors: active)').matches ?
  [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a.primary, a.quiet, a.danger')]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const style = getComputedStyle(one);
      // What a radio button with a number inside shows is drawn before it.
      const lines = [style, getComputedStyle(one, '::before')].flatMap((drawn) =>
        ['top', 'right', 'bottom', 'left'].map((side) => drawn.getPropertyValue('border-' + side + '-width')));
      const underlined = style.textDecorationLine.includes('underline');
      return style.appearance === 'none' && !underlined && !lines.some((width) => parseFloat(width) >= 1);
    })
    .map((one) => 'no edge: ' + one.outerHTML.slice(0, 80)) : []`;

/** Controls of the page as it stands that nobody sees in high contrast. */
export const edgelessControls = (page: Page): Promise<string[]> => page.evaluate<string[]>(edgeless);

/** What keeps somebody from using the page as it stands now: WCAG 2.2 AA by axe, and what axe does not look at. */
export async function faultsOf(page: Page, only = rules): Promise<string[]> {
  const found = await axeFaults(page, only);
  const sideways = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
  const small = await page.evaluate<string[]>(`(${smallText})()`);
  const narrow = await page.evaluate<string[]>(`(${smallTargets})()`);
  const titles = await page.locator('h1').count();
  return [
    ...found,
    ...(await edgelessControls(page)),
    ...(sideways ? ['scrolls sideways'] : []),
    ...small,
    ...narrow,
    ...(titles === 1 ? [] : [`${titles} first headings`]),
  ].map((fault) => `${page.url()} at ${page.viewportSize()?.width}: ${fault}`);
}

/** Charts follow the width of their place one frame late, and colours fade into others. */
const drawn = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => document.getAnimations().forEach((one) => one.effect?.getTiming().iterations !== Infinity && one.finish()))`;

/** The same of a page that stays as it is while its window changes its width. */
export async function faultsAtWidths(page: Page, widths: readonly number[], only = rules): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(drawn);
    found.push(...(await faultsOf(page, only)));
  }
  return found;
}

type Look = 'dark' | 'high contrast';
const light = { colorScheme: 'light', forcedColors: 'none' } as const;
const media = {
  dark: { ...light, colorScheme: 'dark' },
  'high contrast': { ...light, forcedColors: 'active' },
} as const;

/** The same where colours are others, or the system's own: of axe's rules, those of colour can tell these looks apart. */
async function faultsInLooks(page: Page, looks: readonly Look[], widths: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await page.emulateMedia(media[look]);
    found.push(...(await faultsAtWidths(page, widths, ofColour)).map((fault) => `${look}: ${fault}`));
  }
  if (looks.length > 0) await page.emulateMedia(light);
  return found;
}

interface Seen {
  widths: number[];
  /** Beside light, at the narrowest and the widest. */
  looks: Look[];
}

/** The same of each address, visited once, with everything open that opens. */
export async function faultsEverywhere(context: BrowserContext, urls: string[], seen: Seen): Promise<string[]> {
  const found: string[] = [];
  const page = await context.newPage();
  const ends = [...new Set([Math.min(...seen.widths), Math.max(...seen.widths)])];
  for (const url of urls) {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    found.push(...(await faultsAtWidths(page, seen.widths)), ...(await faultsInLooks(page, seen.looks, ends)));
  }
  await page.close();
  return found;
}
