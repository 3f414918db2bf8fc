import type { PageView } from '@danban/contract';
import { z } from 'zod';

const pageSize = 50;

/** What every list may be asked: a page of it, and only what holds these words. */
export const listing = {
  q: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
};

/** One row more than a page shows tells whether another page follows. */
export function rowsOf(page: number): { limit: number; offset: number } {
  return { limit: pageSize + 1, offset: (page - 1) * pageSize };
}

export function pageOf<Row, Item>(rows: readonly Row[], page: number, view: (row: Row) => Item): PageView<Item> {
  return { items: rows.slice(0, pageSize).map(view), page, more: rows.length > pageSize };
}
