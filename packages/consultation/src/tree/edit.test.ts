import { expect, test } from 'vitest';
import { linesOf } from '../testing/drafts.ts';
import { readTree, treeOf } from './build.ts';
import { edited } from './edit.ts';

const draft = 'QUY CHẾ\n\nChương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Một.\n\n2. Hai.\n';

test('a title below its number is replaced as a whole', () => {
  const { pieces } = readTree(linesOf(draft));
  const index = pieces.findIndex(({ kind }) => kind === 'chapter');
  const after = edited(pieces, { act: 'retitle', index, heading: 'NHỮNG QUY ĐỊNH CHUNG' })!;
  expect(treeOf(after).clauses[index]).toMatchObject({ label: 'Chương I', heading: 'NHỮNG QUY ĐỊNH CHUNG', text: '' });
});
