import { blankDefinition, type Definition } from '@danban/survey';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, type Answer, type Other, type Saving, type Unsaved, type Version } from './autosave.ts';

const titled = (words: string, of = blankDefinition()): Definition => ({ ...of, title: { ...of.title, vi: words } });
const first: Version = { definition: titled('đầu'), revision: 4 };

/** A server that holds one definition, as the real one would, and a device. */
function world() {
  const held = { version: first, name: '' };
  const seen = {
    sent: 0,
    together: 0,
    most: 0,
    kept: null as Unsaved | null,
    states: [] as Saving[],
    shown: [] as string[],
  };
  const net = { down: false, loseAnswer: false, ms: 100 };
  const save = async ({ definition, revision }: Version): Promise<Answer> => {
    seen.sent++;
    seen.most = Math.max(seen.most, ++seen.together);
    await new Promise((resolve) => setTimeout(resolve, net.ms));
    seen.together--;
    if (net.down) return { kind: 'unreachable' };
    const { version } = held;
    if (revision !== version.revision) return { kind: 'meanwhile', other: { ...version, name: held.name, at: 'nay' } };
    held.version = { definition, revision: revision + 1 };
    return net.loseAnswer ? { kind: 'unreachable' } : { kind: 'saved' };
  };
  const autosave = new Autosave(first, {
    save,
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    keep: (unsaved) => {
      seen.kept = unsaved;
      return true;
    },
    now: () => Date.now(),
    tell: (saving) => seen.states.push(saving),
    show: (definition) => seen.shown.push(definition.title.vi),
  });
  const bySomebody = (definition: Definition): void => {
    held.version = { definition, revision: held.version.revision + 1 };
    held.name = 'Chị Lan';
  };
  return { autosave, held, seen, net, bySomebody, state: () => seen.states.at(-1) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what is written is saved once, when the hand rests', async () => {
  const { autosave, held, seen, state } = world();
  for (const words of ['a', 'ab', 'abc']) {
    autosave.write(titled(words));
    await pass(300);
  }
  expect(seen.sent).toBe(0);
  await pass(2_000);
  expect(seen.sent).toBe(1);
  expect(held.version).toEqual({ definition: titled('abc'), revision: 5 });
  expect(state()?.kind).toBe('saved');
  expect(seen.kept).toBeNull();
});

test('who never rests is saved all the same', async () => {
  const { autosave, seen } = world();
  for (let letters = 1; letters < 60; letters++) {
    autosave.write(titled('a'.repeat(letters)));
    await pass(500);
  }
  expect(seen.sent).toBeGreaterThan(1);
});

test('one request at a time, and what is written meanwhile goes with the next', async () => {
  const { autosave, held, seen, net } = world();
  net.ms = 5_000;
  autosave.write(titled('một'), 0);
  await pass(1_000);
  autosave.write(titled('hai'), 0);
  await pass(30_000);
  expect(seen.most).toBe(1);
  expect(held.version).toEqual({ definition: titled('hai'), revision: 6 });
});

test('without a network it stays on the device and goes out by itself later', async () => {
  const { autosave, held, seen, net, state } = world();
  net.down = true;
  autosave.write(titled('mất mạng'));
  await pass(20_000);
  expect(state()).toEqual({ kind: 'unreachable', kept: true });
  expect(seen.kept).toEqual({ base: first, definition: titled('mất mạng') });
  const settled = autosave.settle();
  await pass(1_000);
  expect(await settled).toBe(false);
  net.down = false;
  await pass(40_000);
  expect(held.version.definition).toEqual(titled('mất mạng'));
  expect(seen.kept).toBeNull();
});

test('what a device kept is taken up, whether or not it had reached the server', async () => {
  const { autosave, held, state } = world();
  autosave.resume({ base: first, definition: titled('từ hôm qua') });
  await pass(500);
  expect(held.version.definition).toEqual(titled('từ hôm qua'));
  autosave.resume({ base: first, definition: titled('từ hôm qua') });
  await pass(500);
  expect(state()?.kind).toBe('saved');
  expect(held.version.revision).toBe(5);
});

test('an answer that was lost is no clash with oneself', async () => {
  const { autosave, held, net, state } = world();
  net.loseAnswer = true;
  autosave.write(titled('một'), 0);
  await pass(500);
  net.loseAnswer = false;
  autosave.write(titled('hai'), 0);
  await pass(10_000);
  expect(state()?.kind).toBe('saved');
  expect(held.version).toEqual({ definition: titled('hai'), revision: 6 });
});

test('what cannot be saved is named, sent nowhere, and kept', async () => {
  const { autosave, seen, state } = world();
  autosave.write(titled(''));
  await pass(2_000);
  expect(state()).toMatchObject({ kind: 'wrong', issues: [{ path: 'title.vi' }] });
  expect([seen.sent, seen.kept?.definition.title.vi]).toEqual([0, '']);
});

test('two who write in different places have both, and are told', async () => {
  const { autosave, held, seen, bySomebody, state } = world();
  bySomebody({ ...first.definition, estMinutes: 9 });
  autosave.write(titled('của tôi'), 0);
  await pass(3_000);
  expect(held.version.definition).toEqual({ ...titled('của tôi'), estMinutes: 9 });
  expect(seen.shown).toEqual(['của tôi']);
  expect(state()?.kind).toBe('saved');
});

test.each(['mine', 'theirs'] as const)(
  'two who write in one place: taking %s loses the other words nowhere',
  async (side) => {
    const { autosave, held, seen, bySomebody, state } = world();
    const saves: string[] = [];
    bySomebody(titled('của chị ấy'));
    autosave.write(titled('của tôi'), 0);
    await pass(500);
    expect(state()).toMatchObject({ kind: 'clash', clashes: [{ mine: 'của tôi', theirs: 'của chị ấy' }] });
    autosave.write(titled('của tôi, viết tiếp'));
    await pass(60_000);
    expect(seen.sent).toBe(1);
    expect(seen.kept?.definition.title.vi).toBe('của tôi, viết tiếp');
    const decided = autosave.decide(side);
    for (let i = 0; i < 5; i++) {
      await pass(100);
      saves.push(held.version.definition.title.vi);
    }
    expect(await decided).toBe(true);
    expect(saves).toContain('của tôi, viết tiếp');
    expect(held.version.definition.title.vi).toBe(side === 'mine' ? 'của tôi, viết tiếp' : 'của chị ấy');
  },
);

test('a merge shows the words of the other, by name', async () => {
  let from: Other | undefined;
  const { held } = world();
  held.version = { definition: { ...first.definition, estMinutes: 9 }, revision: 5 };
  const autosave = new Autosave(first, {
    save: async ({ revision }) =>
      revision === 4
        ? { kind: 'meanwhile', other: { ...held.version, name: 'Chị Lan', at: 'nay' } }
        : { kind: 'saved' },
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    keep: () => true,
    now: () => Date.now(),
    tell: () => undefined,
    show: (_, other) => (from = other),
  });
  autosave.write(titled('của tôi'), 0);
  await pass(500);
  expect(from?.name).toBe('Chị Lan');
});
