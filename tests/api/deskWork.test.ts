import type { DeskView, PageView, WaitingSurveyView } from '@danban/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/freshDatabase.ts';
import { opinionsRun, readAll, readJson, type OpinionsRun } from '../support/opinions.ts';
import { problemOf, type Visitor } from '../support/staff.ts';

const here = 'PGD.TPND';
const texts = Array.from({ length: 20 }, (_, at) => `Ý kiến số ${at}: bữa trưa nguội`);

let opinions: OpinionsRun;

beforeAll(async () => {
  opinions = await opinionsRun(await freshDatabase(), texts, here);
  const { run } = opinions;
  for (let more = 0; more < 7; more++) {
    const opened = await run.open(here);
    await run.answer(opened, [`Chỉ một ý kiến, lần ${more}`]);
    await run.release(opened);
  }
}, 120_000);
afterAll(() => opinions?.run.at.close());

const desk = async (by: Visitor) => (await readJson<DeskView>(by, '/desk')).moderate;
const all = (by: Visitor, page = 1) => readJson<PageView<WaitingSurveyView>>(by, `/desk/moderate?page=${page}`);

test('the desk shows six surveys where work waits, says how many there are, and leads to all of them', async () => {
  const part = await desk(opinions.one);
  expect([part.items.length, part.count, part.more]).toEqual([6, 8, false]);
  const { items, more } = await all(opinions.one);
  expect([items.length, more]).toEqual([8, false]);
  expect(items.slice(0, 6)).toEqual(part.items);
  expect(items.find(({ id }) => id === opinions.survey.id)).toMatchObject({ left: 20, of: null });
  expect((await all(opinions.one, 2)).items).toEqual([]);
});

test('where nothing waits any more is on neither, and who has no part in it finds nothing', async () => {
  await readAll(opinions, opinions.one, () => 'answer');
  expect((await desk(opinions.one)).count).toBe(7);
  expect((await all(opinions.one)).items.map(({ id }) => id)).not.toContain(opinions.survey.id);
  const nothing = { items: [], page: 1, more: false };
  const elsewhere = await opinions.holding('moderator', 'THPT.SONGNINH');
  for (const other of [elsewhere, await opinions.holding('leader', here)]) expect(await all(other)).toEqual(nothing);
  expect(await problemOf(await opinions.one.send('GET', '/desk/everything'))).toBe('not-found');
});
