import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/144.0.0.0 Safari/537.36`, 'chrome windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/144.0.0.0 Safari/537.36 Edg/144.0.0.0`, 'edge windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} coc_coc_browser/133.0 Chrome/127.0 Safari/537.36`, 'coccoc windows'],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
    'samsung android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 13) ${webkit} Version/4.0 Chrome/130.0 Mobile Safari/537.36 Zalo android/23`,
    'zalo android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    'safari iphone',
  ],
  ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/130.0 Safari/604.1', 'chrome ipad'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox mac'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/144.0 Safari/537.36 OPR/120.0`, 'opera linux'],
  ['curl/8.5.0', 'other other'],
  ['', 'other other'],
])('%s is %s', (userAgent, told) => {
  const { browser, system } = deviceOf(userAgent);
  expect(`${browser} ${system}`).toBe(told);
});
