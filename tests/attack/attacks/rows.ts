import { sql, type RawBuilder } from 'kysely';
import { byOrder, marksOf, type Attack, type Order } from '../attack.ts';
import type { Side, World } from '../world.ts';

const tables: Record<Side, RawBuilder<unknown>> = { product: sql`urn.submission`, canary: sql`canary.submission` };

/** Where a row lies in its file. */
const place = sql`tableoid, ctid`;
/** Which transaction wrote it, and as which of its commands. */
const transaction = sql`age(xmin) desc, cmin::text::bigint, ctid`;

const reading =
  (order: RawBuilder<unknown>) =>
  async (world: World, side: Side): Promise<Order> => {
    const { rows } = await sql<{ body: string }>`select body from ${tables[side]} order by ${order}`.execute(world.db);
    const marks = marksOf(world, side);
    return rows.map(({ body }) => marks.find((mark) => body.includes(mark))).filter((mark) => mark !== undefined);
  };

export const rows: Attack[] = [
  byOrder('row order, before the close', reading(place), true),
  byOrder('transaction ids, before the close', reading(transaction), true),
  byOrder('row order', reading(place)),
  byOrder('transaction ids', reading(transaction)),
];
