import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsAmong, type Revision } from './revisions.ts';

type Act = 'save' | 'undo' | 'redo';

/** The same history as an editor with two stacks of texts keeps it. */
function played(acts: Act[]) {
  const revisions: Revision[] = [{ revision: 0, content: 0 }];
  const past: number[] = [];
  let future: number[] = [];
  for (const act of acts) {
    const revision = revisions.length;
    const now = revisions[0]!.content;
    if (act === 'save') {
      past.push(now);
      future = [];
      revisions.unshift({ revision, content: revision });
    } else {
      const [from, to] = act === 'undo' ? [past, future] : [future, past];
      const content = from.pop();
      if (content === undefined) continue;
      to.push(now);
      revisions.unshift({ revision, content });
    }
  }
  return { revisions, undo: past.at(-1) ?? null, redo: future.at(-1) ?? null };
}

test('undoing leads where a stack of texts would lead', () => {
  const acts = fc.array(fc.constantFrom<Act>('save', 'save', 'undo', 'redo'), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (given) => {
      const { revisions, undo } = played(given);
      expect(stepsAmong(revisions).undo).toBe(undo);
    }),
  );
});

test('redoing leads to what was just undone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (saves, undos) => {
      const back = Math.min(saves, undos);
      const { revisions, redo } = played([...Array<Act>(saves).fill('save'), ...Array<Act>(back).fill('undo')]);
      expect(stepsAmong(revisions).redo).toBe(redo);
    }),
  );
});

test('of a single save there is nothing to undo', () => {
  expect(stepsAmong([{ revision: 0, content: 0 }])).toEqual({ undo: null, redo: null });
  expect(stepsAmong([])).toEqual({ undo: null, redo: null });
});
