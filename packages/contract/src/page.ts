import { z } from 'zod';

/** One page of a list; `more` says whether another one follows. Nobody counts what nobody asked to count. */
export const pageView = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: z.number().int(), more: z.boolean() });

export interface PageView<Item> {
  items: Item[];
  page: number;
  more: boolean;
}
