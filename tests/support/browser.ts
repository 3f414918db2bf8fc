import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { MISSING_CHROMIUM, findChromium } from '../../scripts/lib/chromium.mjs';

/** Quiet and closed: no sandbox for root in a container, and no calls home that a closed network would refuse. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium; throws in words when this machine has none. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: found(), ...options, args: [...FLAGS, ...(options.args ?? [])] });
}

/** A browser whose memory lies in a folder: closed and opened again it still knows what it knew. */
export function launchWithMemory(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { executablePath: found(), args: FLAGS });
}

function found(): string {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(MISSING_CHROMIUM);
  return executablePath;
}
