import { canonicalJson } from '@danban/bytes';

/** The frozen tree of a survey as everybody may check it: for each place the one above it. */
export function treeText(tree: readonly { parent: number }[]): string {
  return canonicalJson(tree.map(({ parent }) => parent));
}
