import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ClustersView,
  CommentView,
  DeskView,
  ModerationView,
  PageView,
  PublicationPreview,
  PublishedComments,
} from '@danban/contract';
import { sql } from 'kysely';
import { freshDatabase } from '../support/freshDatabase.ts';
import { opinionsRun, readAll, readJson, type OpinionsRun } from '../support/opinions.ts';
import { problemOf, type Visitor } from '../support/staff.ts';

const ordinary = Array.from({ length: 24 }, (_, at) => `Đề nghị mở cửa thư viện buổi trưa, ý ${at}`);
const named = 'Cô Lan ở tổ Văn cho nhiều bài tập, gọi 0912 345 678';
const rude = 'Đồ ngu, lũ ăn hại.';
const urgent = 'Con tôi bị bạn chặn ở cổng trường xin tiền, cháu không dám đi học.';
const legacy = 'Nhµ tr­êng nªn më th­ viÖn buæi tr­a';

const decided = ({ text }: CommentView): string =>
  text === rude ? 'abusive' : text === urgent ? 'urgent_child' : 'answer';

let opinions: OpinionsRun;

beforeAll(async () => {
  opinions = await opinionsRun(await freshDatabase(), [...ordinary, named, rude, urgent, legacy], 'PGD.TPND');
}, 60_000);
afterAll(() => opinions.run.at.close());

const moderation = (person: Visitor) => readJson<ModerationView>(person, opinions.at(''));
const next = async (person: Visitor) =>
  (await readJson<{ comment: CommentView | null }>(person, opinions.at('/next'))).comment;
const listed = (person: Visitor, list: string, q = '') =>
  readJson<PageView<CommentView>>(person, opinions.at(`/listed?list=${list}&q=${encodeURIComponent(q)}`));
const review = (person: Visitor, { id, suggested }: CommentView, decision: string, masks: unknown = suggested) =>
  person.send('PUT', opinions.at(`/one/${id}/review`), { decision, masks });
const publication = (person: Visitor) => readJson<PublicationPreview>(person, opinions.at('/publication'));

describe('who reads opinions before they are masked', () => {
  test('moderators and the organizer do; leaders, inspectors, the administrator and who reads results do not', async () => {
    for (const person of [opinions.one, opinions.two, opinions.organizer])
      expect((await moderation(person)).all).toBe(28);
    for (const role of ['leader', 'inspector', 'collector', 'drafter']) {
      const person = await opinions.holding(role, 'SGDDT');
      expect(await problemOf(await person.send('GET', opinions.at('/next')))).toMatch(/not-allowed|leads-this-unit/);
    }
    expect(await problemOf(await opinions.admin.send('GET', opinions.at('/next')))).toBe('not-allowed');
  });

  test('a moderator of another school does not', async () => {
    const elsewhere = await opinions.holding('moderator', 'THPT.SONGNINH');
    expect(await problemOf(await elsewhere.send('GET', opinions.at('/next')))).toBe('not-allowed');
  });

  test('who leads the unit does not, though she moderates as well', async () => {
    const person = await opinions.holding('moderator', 'PGD.TPND');
    const id = ((await (await person.send('GET', '/me')).json()) as { id?: string }).id;
    if (id === undefined) throw new Error('nobody is signed in');
    await opinions.admin.send('POST', `/accounts/${id}/grants`, { role: 'leader', unitId: 'PGD.TPND', bodyId: null });
    expect(await problemOf(await person.send('GET', opinions.at('/next')))).toBe('leads-this-unit');
  });
});

describe('the desk', () => {
  const desk = async (person: Visitor) => (await readJson<DeskView>(person, '/desk')).moderate.items;

  test('of who reads opinions names the survey and how many wait for her; of nobody else', async () => {
    const [waiting, ...others] = await desk(opinions.one);
    expect(others).toEqual([]);
    expect([waiting?.unit, waiting?.left]).toEqual(['Phòng GDĐT thành phố Nam Định', 28]);
    expect(await desk(await opinions.holding('leader', 'SGDDT'))).toEqual([]);
    expect(await desk(await opinions.holding('moderator', 'THPT.SONGNINH'))).toEqual([]);
  });
});

describe('one opinion', () => {
  test('comes with what surely is personal marked, and nothing of a sheet', async () => {
    const { items } = await listed(opinions.one, 'mine');
    expect(items).toEqual([]);
    const comment = (await next(opinions.one))!;
    expect(Object.keys(comment).sort()).toEqual(
      ['handedOn', 'id', 'others', 'own', 'question', 'standing', 'suggested', 'text', 'warned'].sort(),
    );
  });

  test('is decided when two hold the same, and neither sees the other before she has said what she holds', async () => {
    const comment = (await next(opinions.one))!;
    expect((await review(opinions.one, comment, decided(comment))).status).toBe(204);
    const seen = (await next(opinions.two))!;
    expect(seen).toMatchObject({ id: comment.id, standing: 'half', own: null, others: [] });
    expect((await review(opinions.two, seen, decided(seen))).status).toBe(204);
    expect((await moderation(opinions.one)).agreed).toBe(1);
    expect(await problemOf(await review(opinions.one, comment, 'spam'))).toBe('comment-settled');
    expect(await problemOf(await opinions.one.send('DELETE', opinions.at(`/one/${comment.id}/review`)))).toBe(
      'comment-settled',
    );
  });

  test('is not decided by one person twice', async () => {
    const comment = (await next(opinions.one))!;
    await review(opinions.one, comment, 'answer');
    await review(opinions.one, comment, 'answer');
    expect(await readJson<CommentView>(opinions.one, opinions.at(`/one/${comment.id}`))).toMatchObject({
      standing: 'half',
    });
    expect((await opinions.one.send('DELETE', opinions.at(`/one/${comment.id}/review`))).status).toBe(204);
    expect(await problemOf(await opinions.one.send('DELETE', opinions.at(`/one/${comment.id}/review`)))).toBe(
      'nothing-to-undo',
    );
  });

  test('two read differently is shown to both, and settled when one follows the other', async () => {
    const comment = (await next(opinions.one))!;
    await review(opinions.one, comment, 'answer');
    await review(opinions.two, comment, 'transfer');
    for (const person of [opinions.one, opinions.two]) {
      const { items } = await listed(person, 'disputed');
      expect(items.map(({ id, others }) => [id, others.length])).toEqual([[comment.id, 1]]);
    }
    const [seen] = (await listed(opinions.one, 'disputed')).items;
    expect((await review(opinions.one, comment, seen!.others[0]!.decision, seen!.others[0]!.masks)).status).toBe(204);
    expect((await listed(opinions.one, 'disputed')).items).toEqual([]);
    expect((await opinions.two.send('POST', opinions.at(`/one/${comment.id}/reopen`), {})).status).toBe(204);
    expect(await readJson<CommentView>(opinions.one, opinions.at(`/one/${comment.id}`))).toMatchObject({
      standing: 'unread',
    });
  });

  test('keeps every word: masks lie within it, and a decision outside the closed list is refused', async () => {
    const comment = (await next(opinions.one))!;
    const far = [{ start: 0, end: 99_999, kind: 'other' }];
    expect((await review(opinions.one, comment, 'answer', far)).status).toBe(204);
    const read = await readJson<CommentView>(opinions.one, opinions.at(`/one/${comment.id}`));
    expect(read.text).toBe(comment.text);
    expect(read.own!.masks).toEqual([{ start: 0, end: comment.text.length, kind: expect.any(String) as string }]);
    expect(await problemOf(await review(opinions.one, comment, 'too-critical'))).toBe('invalid-input');
    await opinions.one.send('DELETE', opinions.at(`/one/${comment.id}/review`));
  });
});

describe('from the queue to the page', () => {
  test('before all is decided nothing goes out', async () => {
    expect(await problemOf(await opinions.organizer.send('POST', opinions.at('/publication'), {}))).toBe(
      'comments-not-ready',
    );
    expect(await readJson(opinions.organizer, opinions.at('/published'))).toBeNull();
  });

  test('two people read everything', async () => {
    expect(await readAll(opinions, opinions.one, decided)).toBeGreaterThan(20);
    expect(await readAll(opinions, opinions.two, decided)).toBeGreaterThan(20);
    expect(await moderation(opinions.one)).toMatchObject({ all: 28, agreed: 28, disputed: 0, urgent: 1 });
    for (const person of [opinions.one, opinions.two])
      expect((await readJson<DeskView>(person, '/desk')).moderate.items).toEqual([]);
  });

  test('a line from an old font is read in Unicode', async () => {
    const { items } = await listed(opinions.one, 'agreed', 'nha truong nen mo');
    expect(items.map(({ text }) => text)).toEqual(['Nhà trường nên mở thư viện buổi trưa']);
  });

  test('a child in danger is handed on by one person, once', async () => {
    const [child] = (await listed(opinions.one, 'urgent')).items;
    expect(child!.text).toBe(urgent);
    await opinions.one.send('POST', opinions.at(`/one/${child!.id}/handed-on`), {});
    expect((await opinions.two.send('POST', opinions.at(`/one/${child!.id}/handed-on`), {})).status).toBe(204);
    expect((await moderation(opinions.one)).urgent).toBe(0);
    const [other] = (await listed(opinions.one, 'agreed', 'thu vien')).items;
    expect(await problemOf(await opinions.one.send('POST', opinions.at(`/one/${other!.id}/handed-on`), {}))).toBe(
      'not-found',
    );
  });

  test('themes are made by hand, found without marks, undone step by step, and one step at a time', async () => {
    const clusters = (query = '') => readJson<ClustersView>(opinions.one, opinions.at(`/clusters${query}`));
    const act = (revision: number, wish: object) =>
      opinions.one.send('POST', opinions.at('/clusters'), { revision, act: wish });
    const before = await clusters('?q=thu%20vien');
    expect(before).toMatchObject({ revision: 0, clusters: [], loose: 26, mayUndo: false });
    expect(before.comments.items.length).toBe(25);
    expect(JSON.stringify(await clusters('?q=goi'))).toContain(
      'Cô [tên người] ở tổ Văn cho nhiều bài tập, gọi [số điện thoại]',
    );
    const chosen = before.comments.items.slice(0, 12).map(({ id }) => id);
    const drawn = '00000000-0000-4000-8000-000000000000';
    expect((await act(0, { kind: 'create', id: drawn, title: 'Thư viện', comments: chosen })).status).toBe(204);
    expect(await problemOf(await act(0, { kind: 'create', id: drawn, title: 'Khác', comments: [] }))).toBe(
      'clusters-changed-meanwhile',
    );
    const made = await clusters();
    expect(made).toMatchObject({ revision: 1, loose: 14, mayUndo: true });
    expect(made.clusters[0]!.id).not.toBe(drawn);
    const [cluster] = made.clusters;
    expect((await act(1, { kind: 'rename', cluster: cluster!.id, title: 'Giờ mở thư viện' })).status).toBe(204);
    expect((await opinions.one.send('POST', opinions.at('/clusters/undo'), { revision: 2 })).status).toBe(204);
    expect((await clusters()).clusters.map(({ title }) => title)).toEqual(['Thư viện']);
    expect((await clusters(`?cluster=${cluster!.id}`)).comments.items.map(({ id }) => id).sort()).toEqual(
      chosen.sort(),
    );
  });

  test('the organizer publishes: masked, shuffled, with a footer, and everybody reads the same', async () => {
    const { preview, undecided } = await publication(opinions.organizer);
    expect([undecided, preview!.published]).toEqual([0, 26]);
    expect(await problemOf(await opinions.one.send('POST', opinions.at('/publication'), {}))).toBe('not-allowed');
    expect((await opinions.organizer.send('POST', opinions.at('/publication'), {})).status).toBe(204);
    const slug = opinions.survey.resultsUrl!.split('/').at(-1)!;
    const { app } = opinions.run.at;
    const shown = (await (await app.request(`/api/kq/${slug}/comments`)).json()) as PublishedComments;
    const texts = shown.groups.flatMap((group) => group.texts);
    expect(texts).toHaveLength(26);
    expect(texts).toContain('Cô [tên người] ở tổ Văn cho nhiều bài tập, gọi [số điện thoại]');
    expect(JSON.stringify(shown)).not.toMatch(/Lan|0912|ngu|xin tiền/);
    expect(texts.filter((text) => text.startsWith('Đề nghị'))).not.toEqual(ordinary);
    expect(shown.clusters).toEqual([{ title: 'Thư viện', opinions: 12 }]);
    // One of each, and so neither is told.
    expect(shown.hidden).toEqual({
      all: null,
      parts: [
        { why: 'abusive', opinions: null },
        { why: 'routed', opinions: null },
      ],
    });
    expect(await readJson(opinions.organizer, opinions.at('/published'))).toEqual(shown);
    const csv = await (await app.request(`/api/kq/${slug}/comments.csv`)).text();
    for (const text of texts) expect(csv).toContain(text.replaceAll('"', '""'));
    const file = (await (await app.request(`/api/kq/${slug}/comments.json`)).json()) as {
      groups: { texts: { id: string; text: string }[] }[];
    };
    const told = file.groups.map(({ texts: own }) => own.map(({ text }) => text));
    expect(told).toEqual(shown.groups.map(({ texts: own }) => own));
    const ids = file.groups.flatMap(({ texts: own }) => own.map(({ id }) => id));
    expect(new Set(ids).size).toBe(texts.length);
    const { rows } = await sql<{ id: string }>`select id from comment`.execute(opinions.run.at.house.db);
    const known = new Set(rows.map(({ id }) => id.replaceAll('-', '')));
    expect(ids.filter((id) => [...known].some((one) => one.includes(id)))).toEqual([]);
  });

  test('while it is published nothing moves; taken back, it can be put right', async () => {
    const [comment] = (await listed(opinions.one, 'agreed', 'thu vien')).items;
    expect(await problemOf(await opinions.one.send('POST', opinions.at(`/one/${comment!.id}/reopen`), {}))).toBe(
      'comments-published',
    );
    expect((await opinions.organizer.send('DELETE', opinions.at('/publication'))).status).toBe(204);
    expect(await readJson(opinions.organizer, opinions.at('/published'))).toBeNull();
    expect((await opinions.one.send('POST', opinions.at(`/one/${comment!.id}/reopen`), {})).status).toBe(204);
    await readAll(opinions, opinions.one);
    await readAll(opinions, opinions.two);
    expect((await opinions.organizer.send('POST', opinions.at('/publication'), {})).status).toBe(204);
  });

  test('with the sheets the opinions go, and what was published stays', async () => {
    expect((await opinions.organizer.send('POST', `/surveys/${opinions.survey.id}/archive`, {})).ok).toBe(true);
    await opinions.run.at.work();
    const { db } = opinions.run.at.house;
    for (const table of ['comment', 'comment_review', 'comment_handed_on', 'comment_clustering'] as const) {
      const { rows } = await db
        .selectFrom(table)
        .selectAll()
        .execute()
        .then((all) => ({ rows: all }));
      expect([table, rows]).toEqual([table, []]);
    }
    expect(await readJson<PublishedComments>(opinions.organizer, opinions.at('/published'))).toMatchObject({
      published: 26,
    });
  });
});
