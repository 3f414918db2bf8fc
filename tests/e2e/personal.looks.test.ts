import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/faults.ts';
import { heading, personalVisits, press } from '../support/personalVisit.ts';
import { picture } from '../support/pictures.ts';

const { listed, visit, nextLink } = personalVisits();

test('every step can be read, pressed and heard on a phone', () =>
  visit(async (page) => {
    const looked = async (name: string) => {
      await picture(page, `roster-${name}`);
      expect(await faultsOf(page)).toEqual([]);
    };
    await page.goto(listed().address);
    await heading(page, 'Cần liên kết riêng').waitFor();
    await looked('link');
    // Opened over this page, a link changes its fragment and nothing else.
    await page.goto(nextLink());
    await heading(page, 'Nhận phiếu').waitFor();
    await page.locator('#recover summary').click();
    await looked('collect');
    await press(page, 'Nhận phiếu');
    await looked('code');
    await press(page, 'Tôi đã ghi lại, nhận phiếu');
    await heading(page, 'Đã nhận phiếu. Mời trả lời bên dưới.').waitFor();
    await looked('form');
    await press(page, 'Để sau');
    await looked('later');
  }));

const looks: [string, BrowserContextOptions][] = [
  ['in the dark', { colorScheme: 'dark' }],
  ['in colours of the system’s own', { forcedColors: 'active' }],
];
test.each(looks)('so it can in English %s', (_, options) =>
  visit(async (page) => {
    const looked = async (name: string) => {
      await picture(page, `roster-en-${Object.keys(options).join('')}-${name}`, [360]);
      expect(await faultsOf(page)).toEqual([]);
    };
    const english = (link: string) => page.goto(link.replace('#', '?lang=en#'));
    await page.goto(`${listed().address}?lang=en`);
    await heading(page, 'A personal link is needed').waitFor();
    await looked('link');
    await english(nextLink().replace(/.{16}$/, '0123456789abcdef'));
    await heading(page, 'This page does not match, so nothing is sent').waitFor();
    await looked('doubt');
    await english(nextLink());
    await heading(page, 'Collect my credential').waitFor();
    await page.locator('#recover summary').click();
    await looked('collect');
    await press(page, 'Collect my credential');
    await looked('code');
    await press(page, 'I have noted it, collect');
    await heading(page, 'Collected. Please answer below.').waitFor();
    await looked('form');
    await press(page, 'Later');
    await looked('later');
    await english(nextLink());
    await heading(page, 'This device keeps a credential collected before and not used yet').waitFor();
    await looked('other');
  }, options),
);
