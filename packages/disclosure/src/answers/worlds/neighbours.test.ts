import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../ledger/chance.ts';
import { everyGroup, organisations, TINY } from '../../testing/organisations.ts';
import { Neighbours } from './neighbours.ts';

test('groups hidden one after the other leave what would be there had they never been shown', () => {
  fc.assert(
    fc.property(fc.oneof(...TINY.map(organisations)), fc.nat(), (organisation, seed) => {
      const set = everyGroup(organisation);
      const chance = chanceFrom(seed);
      const shown = Uint8Array.from(set.groups, () => (chance(100) < 70 ? 1 : 0));
      const hidden = [...shown.keys()].filter(() => chance(100) < 30);
      const earlier = [{ column: { cells: Uint32Array.of(0), sensitive: false }, counts: [1] }];
      const neighbours = new Neighbours(set, shown, earlier);
      for (const group of hidden) neighbours.hide(group);
      for (const group of hidden) shown[group] = 0;
      const anew = new Neighbours(set, shown, earlier);
      expect(neighbours.shown).toEqual(anew.shown);
      expect(neighbours.lowest).toEqual(anew.lowest);
      expect(neighbours.members).toEqual(anew.members);
    }),
    { numRuns: 200 },
  );
});
