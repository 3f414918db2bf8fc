import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftBody, DraftPieceView, DraftsView, SurveyView } from '@danban/contract';
import { createApp } from '@danban/server';
import { bodyOf } from '@danban/server/drafts/body';
import type { Definition } from '@danban/survey';
import { consultationIn, consulting, pasted, school, template, type Consulting } from '../support/draftTexts.ts';
import { readJson } from '../support/opinions.ts';
import { problemOf, signedIn, type Visitor } from '../support/staff.ts';

let made: Consulting;

beforeAll(async () => {
  made = await consulting();
}, 60_000);
afterAll(() => made.at.close());

const post = (path: string, body: object, person: Visitor = made.organizer) =>
  person.send('POST', made.api(path), body);
const file = (bytes: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) => {
  const about = { label: 'Dự thảo lần 1', datedOn: '2023-10-16', notSecret: 'true', name: 'du-thao.docx', ...more };
  return made.organizer.send('POST', made.api(`/working/file?${new URLSearchParams(about).toString()}`), bytes);
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const issueOf = async (answer: Response) => {
  const { code, issues } = (await answer.json()) as { code: string; issues: { path: string; code: string }[] };
  return [code, issues[0]?.path, issues[0]?.code];
};
const labels = ({ working }: DraftsView) => working!.clauses.map(({ label }) => label);

describe('who works on the draft of a consultation', () => {
  test('its organizer and the drafters of its unit; nobody else, and of other units nobody', async () => {
    const drafter = await signedIn(made.at.app, made.admin, { login: 'soan', role: 'drafter', unitId: school.unitId });
    expect((await drafter.send('GET', made.api())).status).toBe(200);
    for (const [role, unitId] of [
      ['leader', school.unitId],
      ['inspector', school.unitId],
      ['moderator', school.unitId],
      ['drafter', 'THPT.SONGNINH'],
    ] as const) {
      const person = await signedIn(made.at.app, made.admin, {
        login: `${role}.${unitId}`.toLowerCase(),
        role,
        unitId,
      });
      expect(await problemOf(await person.send('GET', made.api()))).toBe('not-allowed');
      expect(await problemOf(await post('/working/text', pasted, person))).toBe('not-allowed');
    }
    const elsewhere = { role: 'organizer', unitId: 'THPT.CTN', bodyId: 'CMHS.THPT.CTN' };
    const other = await signedIn(made.at.app, made.admin, { login: 'ban.khac', ...elsewhere });
    expect(await problemOf(await other.send('GET', made.api()))).toBe('not-allowed');
    expect(await problemOf(await made.admin.send('GET', made.api()))).toBe('not-allowed');
  });

  test('a drafter brings a text and corrects it; publishing and asking are the organizer’s', async () => {
    const drafter = await signedIn(made.at.app, made.admin, {
      login: 'soan.2',
      role: 'drafter',
      unitId: school.unitId,
    });
    expect((await post('/working/text', pasted, drafter)).status).toBe(204);
    const { revision, label, datedOn } = (await made.drafts()).working!;
    expect(await problemOf(await post('/publication', { revision, label, datedOn }, drafter))).toBe('not-allowed');
    expect((await post('/working/discard', { revision }, drafter)).status).toBe(204);
  });

  test('a survey of another kind has none; the head an evaluation judges learns not even that', async () => {
    const survey = await made.organizer.send('POST', '/surveys', {
      template: 'khao-sat-hai-long-phu-huynh',
      ...school,
    });
    const { id } = (await survey.json()) as SurveyView;
    expect(await problemOf(await made.organizer.send('GET', `/surveys/${id}/drafts`))).toBe('draft-other-kind');
    const judging = await made.organizer.send('POST', '/surveys', {
      template: 'danh-gia-nguoi-dung-dau',
      ...school,
    });
    const evaluation = (await judging.json()) as SurveyView;
    const head = await signedIn(made.at.app, made.admin, {
      login: 'hieu.truong',
      role: 'leader',
      unitId: school.unitId,
    });
    expect(await problemOf(await head.send('GET', `/surveys/${evaluation.id}/drafts`))).toBe('judged-leader');
  });
});

describe('bringing a text', () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'not-a-draft'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'damaged-file'],
    ['a document of Word 97', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'old-word'],
    ['a page of the web', utf8('<!doctype html><html></html>'), 'web-page'],
    ['white space', utf8('  \n \n'), 'no-text'],
  ])('%s is refused with its reason, and nothing is stored', async (_, bytes, code) => {
    expect(await issueOf(await file(bytes))).toEqual(['draft-not-read', 'file', code]);
    expect((await made.drafts()).working).toBeNull();
  });

  test('a text with a stamp of secrecy is refused, and so is one nobody vouches for', async () => {
    const stamped = { ...pasted, text: `TỐI MẬT\n\n${pasted.text}` };
    expect(await problemOf(await post('/working/text', stamped))).toBe('draft-secret');
    expect(await problemOf(await post('/working/text', { ...pasted, notSecret: false }))).toBe('invalid-input');
    expect(await problemOf(await file(utf8(pasted.text), { notSecret: 'false' }))).toBe('invalid-input');
    expect(await problemOf(await post('/working/text', { ...pasted, label: ' ' }))).toBe('invalid-input');
    expect((await made.drafts()).working).toBeNull();
  });

  test('from before Unicode and with marks apart it is read all the same', async () => {
    const decomposed = { ...pasted, text: pasted.text.normalize('NFD') };
    const revision = await made.paste(decomposed);
    expect((await made.drafts()).working!.clauses.find(({ path }) => path === 'dieu-4')!.heading).toBe(
      'Nguồn tài chính của đơn vị',
    );
    const legacy =
      '§iÒu 1. Ph¹m vi ¸p dông\n1. Quy chÕ nµy ¸p dông cho nhµ tr­êng.\n2. C¸n bé, gi¸o viªn thùc hiÖn quy chÕ nµy.\n';
    expect((await post('/working/text', { ...pasted, text: legacy, revision })).status).toBe(204);
    const { working } = await made.drafts();
    expect(working!.notes).toContain('legacy-font-converted');
    expect(working!.clauses[0]).toMatchObject({ path: 'dieu-1', heading: 'Phạm vi áp dụng' });
    await post('/working/discard', { revision: working!.revision });
  });

  test('takes the place of what was there only for whoever has seen that', async () => {
    const revision = await made.paste();
    expect(await problemOf(await post('/working/text', pasted))).toBe('draft-changed-meanwhile');
    expect((await post('/working/text', { ...pasted, label: 'Dự thảo mới', revision })).status).toBe(204);
    const { working, published } = await made.drafts();
    expect([working!.label, working!.number, published]).toEqual(['Dự thảo mới', 1, []]);
    expect(await problemOf(await post('/working/discard', { revision }))).toBe('draft-changed-meanwhile');
    expect((await post('/working/discard', { revision: working!.revision })).status).toBe(204);
    const again = await made.paste();
    expect(await problemOf(await post('/working/discard', { revision: working!.revision }))).toBe(
      'draft-changed-meanwhile',
    );
    await post('/working/discard', { revision: again });
  });
});

describe('correcting it', () => {
  test('merges, splits, levels and titles step by step, and goes back step by step', async () => {
    let revision = await made.paste();
    const before = await made.drafts();
    const at = before.working!.clauses.findIndex(({ path }) => path === 'dieu-1.k2');
    const correct = async (edit: object): Promise<DraftsView> => {
      expect((await post('/working/corrections', { revision, edit })).status).toBe(204);
      revision += 1;
      return made.drafts();
    };
    expect(labels(await correct({ act: 'merge', index: at }))).toHaveLength(labels(before).length - 1);
    const piece = await readJson<DraftPieceView>(made.organizer, made.api(`/working/pieces/${at - 1}`));
    const [split] = piece.splits.filter(({ text }) => text.startsWith('2. Quy chế'));
    expect(labels(await correct({ act: 'split', index: at - 1, line: split!.line, letter: split!.letter }))).toEqual(
      labels(before),
    );
    const article = before.working!.clauses.findIndex(({ path }) => path === 'dieu-4');
    const titled = await correct({ act: 'retitle', index: article, heading: 'Nguồn tài chính' });
    expect(titled.working!.clauses[article]!.heading).toBe('Nguồn tài chính');
    const level = await correct({ act: 'relevel', index: at, kind: 'point' });
    expect(level.working!.clauses[at]!.kind).toBe('point');
    for (let left = 4; left > 0; left--) {
      expect((await post('/working/undo', { revision })).status).toBe(204);
      revision += 1;
    }
    const { working } = await made.drafts();
    expect(working!.clauses).toEqual(before.working!.clauses);
    expect(working!.mayUndo).toBe(false);
    expect(await problemOf(await post('/working/undo', { revision }))).toBe('nothing-to-undo');
    await post('/working/discard', { revision });
  });

  test('two at once: the second is told, and nothing of hers is done', async () => {
    const revision = await made.paste();
    const merge = (index: number) => post('/working/corrections', { revision, edit: { act: 'merge', index } });
    const answers = await Promise.all([merge(3), merge(7)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    // A step that was undone does not make an old form fit again.
    await post('/working/undo', { revision: revision + 1 });
    expect(await problemOf(await merge(3))).toBe('draft-changed-meanwhile');
    const impossible = { revision: revision + 2, edit: { act: 'merge', index: 0 } };
    expect(await problemOf(await post('/working/corrections', impossible))).toBe('draft-no-such-place');
    await post('/working/discard', { revision: revision + 2 });
  });
});

describe('publishing it', () => {
  test('freezes it under its hash with keys of its own, for good', async () => {
    await made.paste();
    await made.publish();
    const { published, working, url } = await made.drafts();
    expect(working).toBeNull();
    expect(url).toMatch(/\/c\/[a-z0-9]{12}$/);
    expect(published).toMatchObject([{ number: 1, label: 'Dự thảo lần 1', datedOn: '2023-10-16' }]);
    expect(published[0]!.tree).toMatch(/^[0-9a-f]{64}$/);
    const change = sql`update draft_version set label = 'khác' where survey_id = ${made.survey.id}`;
    await expect(change.execute(made.at.house.db)).rejects.toThrow('does not change');
    const drop = sql`delete from draft_version where survey_id = ${made.survey.id}`;
    await expect(drop.execute(made.at.house.db)).rejects.toThrow('does not change');
  });

  test('makes no question and opens nothing by itself', async () => {
    const closesAt = new Date(made.at.house.clock().getTime() + 15 * 24 * 3_600_000).toISOString();
    const answer = await made.organizer.send('POST', `/surveys/${made.survey.id}/open`, { closesAt });
    const { code, issues } = (await answer.json()) as { code: string; issues: { code: string }[] };
    expect([code, issues.map((issue) => issue.code)]).toEqual(['survey-not-ready', ['draft-not-published']]);
  });
});

describe('from clauses to questions', () => {
  const definition = async (): Promise<Definition & { revision: number }> => {
    const survey = await readJson<SurveyView>(made.organizer, `/surveys/${made.survey.id}`);
    return { ...(survey.definition as Definition), revision: survey.revision };
  };
  const ask = async (more: object) => {
    const { revision } = await definition();
    return post('/questions', { version: 1, revision, grain: 'articles', comments: true, ...more });
  };
  const general = ({ questions }: Definition) => questions.filter((one) => !('clauseRef' in one)).map(({ id }) => id);
  const onClauses = ({ questions }: Definition) => questions.filter((one) => 'clauseRef' in one);

  test('every article is asked about, and the general questions stay', async () => {
    const before = await definition();
    expect((await ask({})).status).toBe(204);
    const after = await definition();
    expect(general(after)).toEqual(general(before));
    expect(onClauses(after)).toHaveLength(16);
    expect(onClauses(after)[3]!.text).toEqual({
      vi: 'Điều 4. Nguồn tài chính của đơn vị',
      en: 'Article 4 of the draft',
    });
    const { published } = await made.drafts();
    expect(after.draft!.published).toEqual({ number: 1, tree: published[0]!.tree });
  });

  test('done again, a clause keeps the id of its question and what was written beside it', async () => {
    const before = await definition();
    const questions = before.questions.map((one) =>
      'clauseRef' in one && one.clauseRef === 'dieu-8' ? { ...one, help: { vi: 'Xem cả phụ lục.' } } : one,
    );
    const { revision, ...rest } = before;
    await made.organizer.send('PUT', `/surveys/${made.survey.id}`, { definition: { ...rest, questions }, revision });
    expect((await ask({ grain: 'clauses', comments: false })).status).toBe(204);
    expect(onClauses(await definition()).length).toBeGreaterThan(40);
    expect((await ask({ comments: false })).status).toBe(204);
    const after = await definition();
    expect(onClauses(after).map(({ id }) => id)).toEqual(onClauses(before).map(({ id }) => id));
    expect((await ask({})).status).toBe(204);
  });

  test('what does not fit on one form is refused in words, and nothing is changed', async () => {
    const { id } = await longConsultation(90);
    const at = `/surveys/${id}/drafts/questions`;
    const wish = { version: 1, revision: 0, grain: 'articles' };
    const refused = await made.organizer.send('POST', at, { ...wish, comments: true });
    expect(await problemOf(refused)).toBe('draft-too-many-clauses');
    expect((await made.organizer.send('POST', at, { ...wish, comments: false })).status).toBe(204);
    expect(await problemOf(await ask({ version: 7 }))).toBe('not-found');
    expect(await problemOf(await ask({ revision: 0 }))).toBe('survey-changed-meanwhile');
  });

  test('the form opens about this text; while it is open no other is published, and a copy has none', async () => {
    const closesAt = new Date(made.at.house.clock().getTime() + 15 * 24 * 3_600_000).toISOString();
    const definitionNow = await definition();
    const { revision, ...rest } = definitionNow;
    const open = { ...rest, door: 'open_link' };
    await made.organizer.send('PUT', `/surveys/${made.survey.id}`, { definition: open, revision });
    expect((await made.organizer.send('POST', `/surveys/${made.survey.id}/open`, { closesAt })).status).toBe(200);
    const next = await made.paste({ label: 'Dự thảo lần 2' });
    const wish = { revision: next, label: 'Dự thảo lần 2', datedOn: '2023-11-01' };
    expect(await problemOf(await post('/publication', wish))).toBe('draft-not-now');
    const copy = await made.organizer.send('POST', '/surveys', { from: made.survey.id, ...school });
    expect(((await copy.json()) as { definition: Definition }).definition.draft).toEqual({ ref: 'sample-draft-v1' });
  });
});

/** A consultation on a published text of so many articles. */
async function longConsultation(articles: number): Promise<SurveyView> {
  const lines = Array.from(
    { length: articles },
    (_, i) => `Điều ${i + 1}. Việc thứ ${i + 1}\nNội dung của việc ${i + 1}.`,
  );
  const survey = (await (await made.organizer.send('POST', '/surveys', { template, ...school })).json()) as SurveyView;
  const at = `/surveys/${survey.id}/drafts`;
  await made.organizer.send('POST', `${at}/working/text`, { ...pasted, text: lines.join('\n') });
  const { revision, label, datedOn } = (await readJson<DraftsView>(made.organizer, at)).working!;
  await made.organizer.send('POST', `${at}/publication`, { revision, label, datedOn });
  return survey;
}

test('seventy clauses are commented on at full length, by a script and by a form without one', async () => {
  const { id } = await longConsultation(70);
  const ask = { version: 1, revision: 0, grain: 'articles', comments: true };
  expect((await made.organizer.send('POST', `/surveys/${id}/drafts/questions`, ask)).status).toBe(204);
  const survey = await readJson<SurveyView>(made.organizer, `/surveys/${id}`);
  const questions = (survey.definition as Definition).questions.filter((one) => 'clauseRef' in one);
  const { plan: _, ...rest } = survey.definition as Definition;
  const definition = { ...rest, door: 'open_link', questions };
  await made.organizer.send('PUT', `/surveys/${id}`, { definition, revision: survey.revision });
  const closesAt = new Date(made.at.house.clock().getTime() + 15 * 24 * 3_600_000).toISOString();
  const opened = await made.organizer.send('POST', `/surveys/${id}/open`, { closesAt });
  const { slug } = ((await opened.json()) as SurveyView).links[0]!;
  const comment = 'ệ'.repeat(1_000);
  const answers = Object.fromEntries(questions.map((one) => [one.id, { comment }]));
  const app = createApp(made.at.house, { render: () => Promise.reject(new Error('nothing is drawn here')) });
  const sent = await app.request(`/api/s/${slug}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nonce: 'nonce-of-twenty-two-chars-1', answers }),
  });
  expect(sent.status).toBe(201);
  const form = new URLSearchParams(questions.map((one): [string, string] => [`${one.id}.comment`, comment]));
  form.set('as-is', 'true');
  const posted = await app.request(`/s/${slug}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  expect(posted.status).toBe(303);
}, 30_000);

test('in the next version a clause keeps its key, whatever its number, and so does its question', async () => {
  const other = await consultationIn(made.organizer, school);
  const at = `/surveys/${other.id}/drafts`;
  const { revision: proposed, label, datedOn } = (await readJson<DraftsView>(made.organizer, at)).working!;
  const first = await bodyOf(made.at.house.db, other.id, 1);
  await made.organizer.send('POST', `${at}/working/links/confirmation`, { revision: proposed });
  const revision = proposed + 1;
  expect((await made.organizer.send('POST', `${at}/publication`, { revision, label, datedOn })).status).toBe(204);
  const second = await bodyOf(made.at.house.db, other.id, 2);
  const keyOf = (body: DraftBody | null, path: string) => body!.clauses.find((clause) => clause.path === path)!.key;
  const kept = { 'dieu-1': 'dieu-1', 'dieu-4.k1.a': 'dieu-4.k1.a' };
  for (const [before, after] of Object.entries(kept)) expect(keyOf(second, after)).toBe(keyOf(first, before));
  const renumbered = second!.clauses.filter(({ key, path }) =>
    first!.clauses.some((clause) => clause.key === key && clause.path !== path),
  );
  expect(renumbered.length).toBeGreaterThan(10);
  expect(new Set(second!.clauses.map(({ key }) => key)).size).toBe(second!.clauses.length);
  const ask = { version: 2, revision: 1, grain: 'articles', comments: true };
  expect((await made.organizer.send('POST', `${at}/questions`, ask)).status).toBe(204);
  const after = await readJson<SurveyView>(made.organizer, `/surveys/${other.id}`);
  const idOf = ({ definition }: SurveyView, words: string) =>
    (definition as Definition).questions.find(({ text }) => text.vi.includes(words))!.id;
  expect(idOf(after, 'Nguồn tài chính của đơn vị')).toBe(idOf(other, 'Nguồn tài chính của đơn vị'));
});

test('a survey that is thrown away takes its drafts along, published or not', async () => {
  const other = (await (await made.organizer.send('POST', '/surveys', { template, ...school })).json()) as SurveyView;
  const at = `/surveys/${other.id}/drafts`;
  await made.organizer.send('POST', `${at}/working/text`, pasted);
  const { working } = await readJson<DraftsView>(made.organizer, at);
  const { revision, label, datedOn } = working!;
  await made.organizer.send('POST', `${at}/publication`, { revision, label, datedOn });
  expect((await made.organizer.send('DELETE', `/surveys/${other.id}`)).status).toBe(204);
  const { rows } = await sql`select from draft_version where survey_id = ${other.id}`.execute(made.at.house.db);
  expect(rows).toEqual([]);
});
