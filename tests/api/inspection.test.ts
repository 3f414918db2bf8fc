import type { CommentView, InspectionView, ListedSurveyView, PageView, SurveyView } from '@danban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/freshDatabase.ts';
import { opinionsRun, readAll, readJson, type OpinionsRun } from '../support/opinions.ts';
import { problemOf, visitor, type Visitor } from '../support/staff.ts';

const words = (of: string, count: number) => Array.from({ length: count }, (_, at) => `${of} số ${at}: bữa trưa nguội`);
const rude = 'Đồ ngu, lũ ăn hại.';
const urgent = 'Con tôi bị bạn chặn ở cổng trường xin tiền.';
const texts = [...words('Ý kiến', 24), rude, urgent];
const fewTexts = words('Lời riêng', 3);
const [here, elsewhere] = ['PGD.TPND', 'THPT.SONGNINH'];

let opinions: OpinionsRun;
let few: SurveyView;
let inspector: Visitor;

const decided = ({ text }: CommentView): string =>
  text === rude ? 'abusive' : text === urgent ? 'urgent_child' : 'answer';
const roomOf = ({ id }: { id: string }) => `/surveys/${id}/inspection`;
const look = (survey: { id: string }) => readJson<InspectionView>(inspector, roomOf(survey));

beforeAll(async () => {
  opinions = await opinionsRun(await freshDatabase(), texts, here);
  const { run } = opinions;
  const opened = await run.open(here);
  await run.answer(opened, [...fewTexts, '']);
  few = await run.release(opened);
  inspector = await opinions.holding('inspector', here);
}, 90_000);
afterAll(() => opinions.run.at.close());

describe('the audit room', () => {
  test('is open to the inspection board of the unit and of those above it, and to nobody else', async () => {
    const { app } = opinions.run.at;
    expect(await problemOf(await visitor(app).send('GET', roomOf(few)))).toBe('sign-in-required');
    const others = [['inspector', elsewhere]].concat(
      ['leader', 'collector', 'moderator', 'drafter'].flatMap((role) => [
        [role, here],
        [role, elsewhere],
      ]),
    );
    const closed = [opinions.organizer, opinions.admin];
    for (const [role, unit] of others) closed.push(await opinions.holding(role!, unit!));
    for (const person of closed) expect(await problemOf(await person.send('GET', roomOf(few)))).toBe('not-allowed');
    const above = await opinions.holding('inspector', 'SGDDT');
    expect((await above.send('GET', roomOf(few))).status).toBe(200);
  });

  test('lists what has opened where she inspects, and is no list for who does not inspect', async () => {
    const listed = async (by: Visitor) => {
      const { items } = await readJson<PageView<ListedSurveyView>>(by, '/inspection');
      return items.map(({ id }) => id).sort();
    };
    const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: here };
    const organizer = await opinions.holding('inspector', elsewhere);
    expect(await listed(inspector)).toEqual([opinions.survey.id, few.id].sort());
    expect(await listed(organizer)).toEqual([]);
    const draft = (await (await opinions.organizer.send('POST', '/surveys', given)).json()) as SurveyView;
    expect(await listed(inspector)).not.toContain(draft.id);
    expect(await problemOf(await inspector.send('GET', roomOf(draft)))).toBe('not-found');
    expect(await problemOf(await opinions.organizer.send('GET', '/inspection'))).toBe('not-allowed');
  });

  test('of a handful of opinions tells that there are too few, and of none its words or how many', async () => {
    const view = await look(few);
    expect(view.counts.comments).toEqual({ kind: 'reading', enough: false, allRead: false });
    const said = JSON.stringify(view);
    for (const text of fewTexts) expect(said).not.toContain(text.slice(0, 9));
    // What everybody counts in the log is told of the whole, and nothing of a unit.
    expect(JSON.stringify(view.counts)).not.toMatch(/"(answered|unit)"/);
  });

  test('while opinions are read shows neither how far that is nor what each was taken for', async () => {
    const before = await look(opinions.survey);
    expect(before.counts.comments).toEqual({ kind: 'reading', enough: true, allRead: false });
    await readAll(opinions, opinions.one, decided);
    const half = await look(opinions.survey);
    expect(half.counts).toEqual(before.counts);
    expect(half.history.items.map(({ act }) => act)).toEqual(before.history.items.map(({ act }) => act));
    await readAll(opinions, opinions.two, decided);
    const all = await look(opinions.survey);
    expect(all.counts.comments).toMatchObject({ kind: 'reading', allRead: true });
    expect(JSON.stringify(all)).not.toMatch(/urgent_child|abusive|comment\.review/);
  });

  test('counts what is withheld by its reason as it was published: a small part comes out by no subtraction', async () => {
    expect((await opinions.organizer.send('POST', opinions.at('/publication'))).status).toBe(204);
    const view = await look(opinions.survey);
    expect(view.counts.comments).toEqual({
      kind: 'published',
      received: null,
      published: 24,
      hidden: null,
      parts: [
        { why: 'abusive', opinions: null },
        { why: 'routed', opinions: null },
      ],
    });
    const said = JSON.stringify(view);
    for (const text of texts) expect(said).not.toContain(text.slice(0, 9));
    expect(view.history.items.map(({ act }) => act)).toContain('comment.publish');
  });

  test('tells acts, the chain they stand in, and the lines everybody reads of the log', async () => {
    const view = await look(opinions.survey);
    expect(view.history.items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['survey.create', 'survey.open', 'survey.close', 'survey.release', 'survey.publish']),
    );
    expect(Date.parse(view.closedBefore!)).toBeGreaterThan(Date.parse(view.survey.closesAt!));
    expect(view.chain).toMatchObject({ brokenAt: null });
    expect(view.chain.upTo).toBeGreaterThan(10);
    const kinds = view.log.lines.map(({ text }) => (JSON.parse(text) as { kind: string }).kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(['opening', expect.stringMatching(/tally|keys-destroyed/)]);
    const entries = (await (await opinions.run.at.app.request('/api/log/entries')).text()).split('\n');
    for (const { position, text } of view.log.lines) expect(entries[position]).toBe(text);
    expect(view.log.checkpoint?.size).toBe(entries.length - 1);
    expect(view.counts.releases).toMatchObject([{ number: 1, kind: 'final', reason: null }]);
  });
});
