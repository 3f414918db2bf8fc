import type { CDPSession, Page } from 'playwright-core';

/** What a phone of five years is to this machine. */
export const slower = 6;

export const slow = (devtools: CDPSession, rate: number): Promise<unknown> =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate });

/** Counts from now on what the scripts of a page work, not what they wait for, whatever else the machine does. */
export async function watchScript(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

async function soFar(devtools: CDPSession, metric: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === metric)!.value;
}

async function timed(devtools: CDPSession, metric: string, work: () => Promise<unknown>): Promise<number> {
  const before = await soFar(devtools, metric);
  await work();
  return (await soFar(devtools, metric)) - before;
}

/** Milliseconds of script in this page so far. */
export const scriptOf = (devtools: CDPSession): Promise<number> => soFar(devtools, 'ScriptDuration');

/** Milliseconds of script a page takes for this. */
export const timedScript = (devtools: CDPSession, work: () => Promise<unknown>): Promise<number> =>
  timed(devtools, 'ScriptDuration', work);

/** The same for what is asked of the page from outside, which is no script of its own. */
export const timedTask = (devtools: CDPSession, work: () => Promise<unknown>): Promise<number> =>
  timed(devtools, 'TaskDuration', work);
