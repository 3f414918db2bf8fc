import { globSync } from 'node:fs';
import type { Hono } from 'hono';

export interface Route {
  method: string;
  /** As it is declared: parameters begin with a colon. */
  path: string;
}

const key = ({ method, path }: Route): string => `${method} ${path}`;

/** Every route of the app, each once; what runs before routes of all methods is none. */
export function routesOf(app: Hono): Route[] {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path }));
  return [...new Map(routes.map((route) => [key(route), route])).values()];
}

const pages = new URL('../../web/src/routes/', import.meta.url).pathname;

/** Every page and endpoint below web/src/routes as its address, parameters written as in the app. */
export function pageRoutes(): string[] {
  const files = globSync('**/+{page.svelte,server.ts}', { cwd: pages });
  return files
    .map((file) => `/${file}`)
    .map(addressOf)
    .sort();
}

/** Those that show nothing: they lead on, to a provider of sign-in and back and out, or give a file. */
export const leadingOn = [
  '/kiem-tra/tep',
  '/lam-viec/dang-nhap/mot-lan',
  '/lam-viec/dang-nhap/mot-lan/ve',
  '/lam-viec/dang-xuat',
  '/lam-viec/khao-sat/:id/danh-sach/tep',
  '/lam-viec/toi/mot-lan/noi',
];

function addressOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return folder.replace(/\/\([^)]*\)/g, '').replace(/\[([^\]]+)\]/g, ':$1') || '/';
}

/** Every address a path stands for, one for each combination of the given values. */
export function filled(path: string, values: Record<string, string[]>): string[] {
  const [parameter, name] = /:(\w+)(?:\{[^}]*\})?/.exec(path) ?? [];
  if (parameter === undefined) return [path];
  const given = values[name!];
  if (given === undefined) throw new Error(`${path}: no value is given for ${parameter}`);
  return given.flatMap((value) => filled(path.replace(parameter, value), values));
}

const partly = { '/du-thao': 'sua=8', '/doi-chieu': 'ben=to&doan=dieu-9', '/thay-doi': 'loai=all' };

/** Staff pages that are of a kind of their own: a branch of the tree of units, one account, one invited organisation. */
export function staffAddresses(path: string, surveys: string[], account: string, organisation: string): string[] {
  // Where all units hang under one, the page leads on to it.
  if (path === '/lam-viec/don-vi') return [`${path}?don-vi=SGDDT`];
  if (path.startsWith('/lam-viec/don-vi/them/')) {
    return filled(path, { loai: ['don-vi', 'to-chuc'] }).map((address) => `${address}?don-vi=SGDDT`);
  }
  const ids = path.startsWith('/lam-viec/tai-khoan/') ? [account] : surveys;
  const addresses = filled(path, {
    id: ids,
    loai: ['don-vi', 'to-chuc', 'tai-khoan'],
    toChuc: [organisation],
    viec: ['tra-loi', 'kiem-tra'],
  });
  // A draft is corrected clause by clause, and so is what became of each; a comparison is shown whole or one kind of it.
  const more = Object.entries(partly).find(([end]) => path.endsWith(end))?.[1];
  return more === undefined ? addresses : addresses.flatMap((address) => [address, `${address}?${more}`]);
}
