import { z } from 'zod';

/**
 * One cell of a released table. `exact.counts[0]` is "no answer", then one count per option; `n` their sum.
 * `band`: at least `atLeast` percent chose `option` (0 = no answer). `protected`: nothing may be said.
 */
export const cellView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exact'),
    n: z.number().int(),
    counts: z.array(z.number().int()),
    mean: z.number().nullable(),
  }),
  z.object({ kind: z.literal('band'), option: z.number().int(), atLeast: z.number().int() }),
  z.object({ kind: z.literal('protected') }),
]);
export type CellView = z.infer<typeof cellView>;

/**
 * The same as it is stored and sent, a province having a hundred thousand of them: 0 protected, a list exact (its mean or
 * null, then the counts), an object a band.
 */
export const packedCell = z.union([
  z.literal(0),
  z.tuple([z.number().nullable()], z.number().int()),
  z.object({ option: z.number().int(), atLeast: z.number().int() }),
]);
export type PackedCell = z.infer<typeof packedCell>;

export function packCell(cell: CellView): PackedCell {
  if (cell.kind === 'protected') return 0;
  return cell.kind === 'exact' ? [cell.mean, ...cell.counts] : { option: cell.option, atLeast: cell.atLeast };
}

export function unpackCell(packed: PackedCell): CellView {
  if (packed === 0) return { kind: 'protected' };
  if (!Array.isArray(packed)) return { kind: 'band', ...packed };
  const [mean, ...counts] = packed;
  return { kind: 'exact', n: counts.reduce((sum, count) => sum + count, 0), counts, mean };
}
