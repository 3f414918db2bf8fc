import { createHash } from 'node:crypto';
import type { BreakdownSaid, PackedCell, ReleaseHead, ReleaseKind, UnitSaid } from '@danban/contract';

/** One group of a release as it is stored: what is said of it, and its cells, question by question and table by table. */
export type ReleasedGroup =
  | { kind: 'unit'; said: UnitSaid; cells: PackedCell[] }
  | { kind: 'breakdown'; said: BreakdownSaid; cells: PackedCell[] };

/** A finished release: nothing in it knows the time or chance. Groups in their order, the totals of all units first. */
export interface Release {
  head: ReleaseHead;
  groups: ReleasedGroup[];
}

/** A group as the two texts it is stored, summed and sent as. */
export interface GroupTexts {
  said: string;
  cells: string;
}

export function textsOfGroup({ said, cells }: ReleasedGroup): GroupTexts {
  return { said: JSON.stringify(said), cells: JSON.stringify(cells) };
}

/** SHA-256 over the head and then what is said of each group and its cells, a line each. */
export function checksumOf(head: string, groups: Iterable<GroupTexts>): Buffer {
  const hash = createHash('sha256').update(`${head}\n`);
  for (const { said, cells } of groups) hash.update(`${said}\n${cells}\n`);
  return hash.digest();
}

/** Which release of a survey it is. */
export interface Mark {
  number: number;
  kind: ReleaseKind;
  /** The day of the plan it was made for. */
  planned: string | null;
  madeOn: string;
}
