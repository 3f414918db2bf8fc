import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { audit } from '../support/audit.ts';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ example: true });
});
afterAll(() => product.remove());

const verify = (...args: string[]) => audit(['verify', ...args], { DANBAN_DATA: product.dataDir });

test('the head printed at the start holds, while the product runs and after it has stopped', async () => {
  // The line comes after the address, at which the product counts as started.
  const [, head = ''] = await vi.waitUntil(() => /Audit log: (\S+)\n/.exec(product.printed()));
  const [, number] = /^(\d+):[0-9a-f-]{24}$/.exec(head)!;
  const running = verify('--anchor', head);
  expect(running.said).toContain(`✓ act ${number} is the one whose hash was noted`);
  expect(running.status).toBe(0);
  expect(await product.stop()).toBe(0);
  expect(verify('--anchor', head)).toEqual(running);
});
