import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { bounded } from './bounded.ts';

const app = new Hono();
app.use(bounded(10, (c) => c.text('too large', 413)));
app.post('/', async (c) => c.text(await c.req.text()));

function post(body: string, headers: Record<string, string> = {}) {
  return app.request('/', { method: 'POST', body, headers });
}

test('a body as long as allowed comes through, whether its length is declared or not', async () => {
  expect(await (await post('0123456789')).text()).toBe('0123456789');
  expect(await (await post('0123456789', { 'content-length': '10' })).text()).toBe('0123456789');
});

test('a longer body is refused by its declared length, before it is read', async () => {
  expect((await post('short', { 'content-length': '11' })).status).toBe(413);
});

test('a longer body without a declared length is counted and refused', async () => {
  expect((await post('0123456789a')).status).toBe(413);
});

test('a length beside a transfer encoding is not believed', async () => {
  const headers = { 'content-length': '5', 'transfer-encoding': 'chunked' };
  // The counting limiter behind it sees both and counts as well.
  expect((await post('0123456789a', headers)).status).toBe(413);
});
