import type { ImportKind } from '@danban/contract';

/** How the pages call what they import. */
const slugs: Readonly<Record<ImportKind, string>> = {
  units: 'don-vi',
  bodies: 'to-chuc',
  accounts: 'tai-khoan',
};

export function kindOf(slug: string): ImportKind | undefined {
  return (Object.keys(slugs) as ImportKind[]).find((kind) => slugs[kind] === slug);
}

/** Where one is typed by hand, below or at a unit. */
export const addPage = (kind: 'units' | 'bodies', unit: string): string =>
  `/lam-viec/don-vi/them/${slugs[kind]}?${new URLSearchParams({ 'don-vi': unit })}`;
export const importPage = (kind: ImportKind): string => `/lam-viec/nhap/${slugs[kind]}`;
export const importApi = (kind: ImportKind): string => `/lam-viec/api/imports/${kind}`;

/** Where what was imported is looked at. */
export const home: Readonly<Record<ImportKind, string>> = {
  units: '/lam-viec/don-vi',
  bodies: '/lam-viec/don-vi',
  accounts: '/lam-viec/tai-khoan',
};
