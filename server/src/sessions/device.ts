import type { Browser, System } from '@danban/contract';
import type { Context } from 'hono';

/** What kind of browser on what kind of machine: enough to tell one's own sessions apart, and nobody else. */
export interface Device {
  browser: Browser;
  system: System;
}

// In this order: most browsers also call themselves by the names of others.
const browsers: [Browser, RegExp][] = [
  ['zalo', /\bZalo\b/i],
  ['coccoc', /coc_coc_browser/i],
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['samsung', /\bSamsungBrowser\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /(Chrome|CriOS)\//],
  ['safari', /\bSafari\//],
];

const systems: [System, RegExp][] = [
  ['ipad', /\biPad\b/],
  ['iphone', /\biPhone\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['chromebook', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
];

const first = <Code>(known: [Code, RegExp][], text: string): Code | 'other' =>
  known.find(([, named]) => named.test(text))?.[0] ?? 'other';

/** The codes of what a browser says of itself; its text is kept nowhere. */
export function deviceOf(userAgent: string): Device {
  return { browser: first(browsers, userAgent), system: first(systems, userAgent) };
}

export function deviceIn(c: Context): Device {
  return deviceOf(c.req.header('user-agent') ?? '');
}
