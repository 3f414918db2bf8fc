import type { Locator, Page } from 'playwright-core';

/** How a person works a page: by the names that stand on it, with a finger or with keys alone. */
export interface Hand {
  page: Page;
  /** Presses a link, a button or what unfolds. */
  press(name: string | RegExp): Promise<void>;
  /** Types into the field of this label. */
  write(label: string | RegExp, text: string): Promise<void>;
  /** Marks one of several that stand below each other. */
  pick(label: string | RegExp): Promise<void>;
  /** Chooses one of a list. */
  choose(label: string | RegExp, option: string): Promise<void>;
}

const pressed = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole('link', { name })
    .or(page.getByRole('button', { name }))
    .or(page.locator('summary', { hasText: name }))
    .filter({ visible: true })
    .first();

const field = (page: Page, label: string | RegExp): Locator => page.getByLabel(label).filter({ visible: true }).first();

export function finger(page: Page): Hand {
  return {
    page,
    press: (name) => pressed(page, name).tap(),
    async write(label, text) {
      await field(page, label).tap();
      await page.keyboard.type(text);
    },
    pick: (label) => field(page, label).tap(),
    choose: async (label, option) => void (await field(page, label).selectOption({ label: option })),
  };
}

const mostTabs = 200;

/** Goes there by Tab alone, as somebody does who cannot use a mouse. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if ((await target.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

const chosenOf = async (select: Locator): Promise<string> =>
  ((await select.locator('option:checked').textContent()) ?? '').trim();

export function keys(page: Page): Hand {
  return {
    page,
    async press(name) {
      await reach(page, pressed(page, name));
      await page.keyboard.press('Enter');
    },
    async write(label, text) {
      await reach(page, field(page, label));
      await page.keyboard.type(text);
    },
    async pick(label) {
      const target = field(page, label);
      const group = page.locator(`input[name="${await target.getAttribute('name')}"]`);
      await reach(page, group.first());
      await page.keyboard.press('Space');
      for (let steps = 0; !(await target.isChecked()); steps++) {
        if (steps > 60) throw new Error(`no arrow leads to ${String(label)}`);
        await page.keyboard.press('ArrowDown');
      }
    },
    async choose(label, option) {
      const select = field(page, label);
      await reach(page, select);
      for (let steps = 0; (await chosenOf(select)) !== option; steps++) {
        if (steps > 60) throw new Error(`no arrow leads to ${option}`);
        await page.keyboard.press('ArrowDown');
      }
    },
  };
}
