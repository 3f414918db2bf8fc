import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ example: true });
});
afterAll(() => product?.remove());

async function routes(): Promise<Record<string, Response>> {
  const { survey, results } = product.example();
  const slug = survey.split('/').at(-1)!;
  const home = await (await fetch(product.origin)).text();
  const asset = /\/?(_app\/immutable\/[^"']+\.css)/.exec(home)![1]!;
  const paths = {
    home: '/',
    survey: `/s/${slug}`,
    'wrong link': '/s/no-such-link',
    'thank you': `/s/${slug}/cam-on`,
    results: new URL(results).pathname,
    'sign in': '/lam-viec/dang-nhap',
    desk: '/lam-viec',
    nowhere: '/nowhere',
    asset: `/${asset}`,
    'public API': `/api/s/${slug}`,
    'staff API': '/lam-viec/api/me',
  };
  const entries = Object.entries(paths).map(async ([name, path]) => {
    return [name, await fetch(product.origin + path, { redirect: 'manual' })] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const always = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

test('every route of every kind carries the same security headers', async () => {
  for (const [name, response] of Object.entries(await routes())) {
    const sent = Object.fromEntries(Object.keys(always).map((header) => [header, response.headers.get(header)]));
    expect({ name, ...sent }).toEqual({ name, ...always });
  }
});

test('no page lets a script run that is not ours, and no page is framed', async () => {
  for (const [name, response] of Object.entries(await routes())) {
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    const policy = response.headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(`${name}: ${scripts}`).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(`${name}: ${policy}`).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  }
});

test('no public or respondent’s route sets a cookie, and respondents’ pages are not stored', async () => {
  const { desk: _desk, 'sign in': _signIn, 'staff API': _staff, ...open } = await routes();
  for (const [name, response] of Object.entries(open))
    expect([name, response.headers.getSetCookie()]).toEqual([name, []]);
  for (const name of ['survey', 'thank you', 'public API']) {
    expect([name, open[name]!.headers.get('cache-control')]).toEqual([name, 'no-store']);
  }
});

test('a post to the staff door from elsewhere is refused, whatever it carries', async () => {
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const response = await fetch(`${product.origin}/lam-viec/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) },
      body: JSON.stringify({ login: 'quan-tri', password: 'x' }),
    });
    expect(response.status).toBe(403);
  }
});
