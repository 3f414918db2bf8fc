import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ListedSurveyView,
  OrganisationLinkView,
  OrganisationsView,
  OrganisationView,
  PageView,
  PublicOpinionsView,
} from '@danban/contract';
import { namedOpinionsOf } from '@danban/server/opinions/standing';
import { school } from '../support/draftTexts.ts';
import {
  about,
  consultationOpen,
  organisationAt,
  sendWhole,
  wholeOpinion,
  type OpenConsultation,
  type Organisation,
} from '../support/official.ts';
import { readJson } from '../support/opinions.ts';
import { problemOf, signedIn } from '../support/staff.ts';
import { unzipped, wordsIn } from '../support/unzipped.ts';

let made: OpenConsultation;
let front: Organisation;

beforeAll(async () => {
  made = await consultationOpen();
  front = await made.invite();
}, 60_000);
afterAll(() => made.at.close());

const at = () => `/surveys/${made.survey.id}/opinions`;
const list = () => readJson<OrganisationsView>(made.organizer, at());
const one = (id: string) => readJson<OrganisationView>(made.organizer, `${at()}/${id}`);
let count = 0;
const invited = () => made.invite({ name: `Công đoàn số ${(count += 1)}`, kind: 'union' });
const issuesOf = async (answer: Response) => {
  const { code, issues = [] } = (await answer.json()) as { code: string; issues?: { path: string; code: string }[] };
  return [code, ...issues.map(({ path, code: issue }) => `${path} ${issue}`)];
};

describe('who works with what organisations say', () => {
  test('the organizer invites; drafter, leader and inspector of the unit read; nobody else', async () => {
    for (const role of ['drafter', 'leader', 'inspector']) {
      const person = await signedIn(made.at.app, made.admin, { login: `doc.${role}`, role, unitId: school.unitId });
      const view = await readJson<OrganisationsView>(person, at());
      expect([view.may.manage, view.organisations[0]!.contact]).toEqual([false, '']);
      expect(await problemOf(await person.send('POST', at(), {}))).toBe('not-allowed');
      expect(await problemOf(await person.send('POST', `${at()}/${front.id}/link`))).toBe('not-allowed');
      expect(await problemOf(await person.send('DELETE', `${at()}/${front.id}/link`))).toBe('not-allowed');
      expect(await problemOf(await person.send('DELETE', `${at()}/${front.id}`))).toBe('not-allowed');
    }
    for (const role of ['moderator', 'collector']) {
      const person = await signedIn(made.at.app, made.admin, { login: `khac.${role}`, role, unitId: school.unitId });
      expect(await problemOf(await person.send('GET', at()))).toBe('not-allowed');
    }
    expect(await problemOf(await made.admin.send('GET', at()))).toBe('not-allowed');
    expect((await list()).organisations[0]!.contact).toBe(about.contact);
  });

  test('an organisation is invited once, for a day that is still to come and not after the close', async () => {
    const given = (more: object) => ({ ...about, answerBy: '2023-01-01', name: 'Hội Cựu giáo chức', ...more });
    expect(await issuesOf(await made.organizer.send('POST', at(), given({})))).toEqual([
      'answer-by-wrong',
      'answerBy answer-by-wrong',
    ]);
    expect(await problemOf(await made.organizer.send('POST', at(), given({ answerBy: '2099-01-01' })))).toBe(
      'answer-by-wrong',
    );
    const { suggested } = await list();
    const again = given({ answerBy: suggested, name: about.name.toUpperCase() });
    expect(await problemOf(await made.organizer.send('POST', at(), again))).toBe('organisation-invited-twice');
    const changed = { ...about, answerBy: suggested, contact: 'Chị Hoa' };
    expect((await made.organizer.send('PUT', `${at()}/${front.id}`, changed)).status).toBe(204);
    expect((await one(front.id)).organisation).toMatchObject({ contact: 'Chị Hoa', answerBy: suggested });
  });
});

describe('the link of an organisation', () => {
  test('bears 256 bits behind #, and the house keeps their hash alone', async () => {
    expect(front.url).toMatch(/^http:\/\/localhost:3000\/to-chuc\/[0-9a-f-]{36}#[\w-]{43}$/);
    const { rows } = await sql<{ all: string }>`select to_jsonb(o)::text as all from invited_organisation o`.execute(
      made.at.house.db,
    );
    expect(rows.some(({ all }) => all.includes(front.secret))).toBe(false);
    expect(JSON.stringify(await list())).not.toContain(front.secret);
    expect(front.attributes).toMatch(
      new RegExp(`^danban_organisation=[\\w-]{43}; Path=/to-chuc/${front.id}; HttpOnly; SameSite=Strict$`),
    );
  });

  test('opens its own page and no other: a guess, that of another organisation and none at all are told alike', async () => {
    const union = await invited();
    const stranger = organisationAt(made.at.app, { id: front.id, url: union.url });
    const guess = 'A'.repeat(43);
    for (const secret of [union.url, union.secret, guess, '', `${front.secret}x`, front.secret.slice(0, 42)])
      expect([secret, await problemOf(await stranger.send('POST', '/entry', { secret }))]).toEqual([
        secret,
        'opinion-link-wrong',
      ]);
    for (const cookie of ['', union.cookie, `danban_organisation=${guess}`]) {
      const sent = await stranger.send('GET', '/opinion', undefined, { cookie });
      expect(await problemOf(sent)).toBe('opinion-link-wrong');
      const write = await stranger.send('POST', '/opinion', { revision: 1, notSecret: true }, { cookie });
      expect(await problemOf(write)).toBe('opinion-link-wrong');
    }
    const nobody = organisationAt(made.at.app, { id: '1e0f5b9c-9f1f-4f0e-8d6e-3b7f0a9c2d11', url: front.url });
    expect(await problemOf(await nobody.send('POST', '/entry', { secret: front.secret }))).toBe('opinion-link-wrong');
  });

  test('one that was renewed or taken back opens nothing, and what was written stays', async () => {
    const union = await invited();
    await union.send('PUT', '/opinion', { revision: 0, body: await wholeOpinion(made) });
    const renewed = (await (
      await made.organizer.send('POST', `${at()}/${union.id}/link`)
    ).json()) as OrganisationLinkView;
    expect(await problemOf(await union.send('GET', '/opinion'))).toBe('opinion-link-wrong');
    const again = organisationAt(made.at.app, renewed);
    expect((await again.send('POST', '/entry', { secret: again.secret })).status).toBe(204);
    expect((await again.own()).draft.body.letterNumber).toBe('12/CV-MTTQ');
    expect((await made.organizer.send('DELETE', `${at()}/${union.id}/link`)).status).toBe(204);
    expect(await problemOf(await again.send('GET', '/opinion'))).toBe('opinion-link-wrong');
    expect((await one(union.id)).organisation).toMatchObject({ state: 'revoked', linked: false });
  });

  test('is no way into another consultation', async () => {
    const other = await consultationOpen();
    const elsewhere = await other.invite();
    expect(await problemOf(await made.organizer.send('GET', `${at()}/${elsewhere.id}`))).toBe('not-found');
    const theirs = `/surveys/${other.survey.id}/opinions`;
    expect(await problemOf(await made.organizer.send('GET', `${theirs}/${front.id}`))).toBe('not-found');
    await other.at.close();
  });

  test('acts that come from another page are refused', async () => {
    const headers = { origin: 'https://evil.example' };
    expect(await problemOf(await front.send('PUT', '/opinion', { revision: 0 }, headers))).toBe('foreign-origin');
    expect(await problemOf(await front.send('POST', '/entry', { secret: front.secret }, headers))).toBe(
      'foreign-origin',
    );
  });
});

describe('an official opinion', () => {
  test('is saved while it is written, by one hand at a time, and read by staff only once it is sent', async () => {
    const union = await invited();
    const body = await wholeOpinion(made);
    const first = (await (await union.send('PUT', '/opinion', { revision: 0, body })).json()) as { revision: number };
    expect(await problemOf(await union.send('PUT', '/opinion', { revision: 0, body }))).toBe(
      'opinion-changed-meanwhile',
    );
    expect((await union.own()).draft).toEqual({ revision: first.revision, body });
    const seen = await one(union.id);
    expect([seen.organisation.state, seen.sent]).toEqual(['writing', []]);
    expect(JSON.stringify(seen)).not.toContain('khoán xăng');
    expect((await union.send('POST', '/opinion/discard', { revision: first.revision })).status).toBe(204);
    expect((await union.own()).draft.revision).toBe(0);
  });

  test('that lacks something is not sent, and says what', async () => {
    const union = await invited();
    const votes = { present: '45', for: '40', against: '3', abstain: '1' };
    expect(await issuesOf(await sendWhole(made, union, { votes, signer: '', metOn: '' }))).toEqual([
      'opinion-not-ready',
      ...['signer missing', 'metOn missing', 'votes.present votes-sum'],
    ]);
    const { revision } = (await union.own()).draft;
    expect(await issuesOf(await union.send('POST', '/opinion', { revision, notSecret: false }))).toEqual([
      'invalid-input',
      'notSecret invalid_value',
    ]);
    expect((await union.own()).sent).toEqual([]);
  });

  test('is stored as it was sent, with the names its clauses had, and never changes', async () => {
    const union = await invited();
    expect((await sendWhole(made, union)).status).toBe(204);
    const [sent] = (await one(union.id)).sent;
    expect(sent!.opinion).toMatchObject({
      letter: { number: '12/CV-MTTQ' },
      votes: { present: 45, for: 40, against: 3, abstain: 2 },
      points: [{ clause: { path: 'dieu-8', name: expect.stringMatching(/^Điều 8/) as string } }, { clause: null }],
      version: { number: 1 },
    });
    const { db } = made.at.house;
    for (const done of [
      sql`update official_opinion set body = '{}'`,
      sql`delete from official_opinion`,
      sql`truncate official_opinion`,
      sql`delete from invited_organisation where id = ${union.id}`,
    ])
      await expect(done.execute(db)).rejects.toThrow(/does not change|do not change/);
    expect(await problemOf(await made.organizer.send('DELETE', `${at()}/${union.id}`))).toBe(
      'organisation-has-written',
    );
  });

  test('is a letter of critique to file: its points, and the criteria it says something to', async () => {
    const union = await invited();
    await sendWhole(made, union);
    const path = `${at()}/${union.id}/critique.docx`;
    const words = wordsIn(unzipped(await (await made.organizer.send('GET', path)).arrayBuffer())['word/document.xml']!);
    const [point] = (await one(union.id)).sent[0]!.opinion.points;
    expect(words).toEqual(expect.arrayContaining(['Kính gửi: Trường THPT chuyên Thành Nam', point!.clause!.name]));
    expect(words.join('\n')).toContain(point!.opinion);
    const silent = await invited();
    expect(await problemOf(await made.organizer.send('GET', `${at()}/${silent.id}/critique.docx`))).toBe('not-found');
    expect(await problemOf(await made.admin.send('GET', path))).toBe('not-allowed');
  });

  test('is corrected by another version beside it; both are kept', async () => {
    const union = await invited();
    await sendWhole(made, union);
    expect((await union.own()).draft.body.points).toHaveLength(2);
    expect((await sendWhole(made, union, { letterNumber: '13/CV-MTTQ', points: [] })).status).toBe(204);
    const { sent, organisation } = await one(union.id);
    expect(sent.map(({ number, opinion }) => [number, opinion.letter.number])).toEqual([
      [2, '13/CV-MTTQ'],
      [1, '12/CV-MTTQ'],
    ]);
    expect(organisation.sent).toMatchObject({ number: 2, points: 0 });
  });

  test('sent twice at once is sent once', async () => {
    const union = await invited();
    const saved = await union.send('PUT', '/opinion', { revision: 0, body: await wholeOpinion(made) });
    const { revision } = (await saved.json()) as { revision: number };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => union.send('POST', '/opinion', { revision, notSecret: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
  });

  test('that bears a stamp of secrecy is stored nowhere', async () => {
    const union = await invited();
    const proposals = 'Kính gửi\nTỐI MẬT\nNội dung';
    expect(await problemOf(await sendWhole(made, union, { proposals }))).toBe('opinion-secret');
    expect((await union.own()).draft.revision).toBe(0);
  });

  test('keeps marks of HTML as words, and takes nothing that is too long, too much or unknown', async () => {
    const union = await invited();
    const body = await wholeOpinion(made);
    const put = (more: object) => union.send('PUT', '/opinion', { revision: 0, body: { ...body, ...more } });
    const points = (length: number) =>
      Array.from({ length }, (_, i) => ({
        ...body.points[1]!,
        id: `0b7a3a6e-0a53-4d0e-9c53-${String(i).padStart(12, '0')}`,
      }));
    for (const more of [
      { proposals: 'a'.repeat(4001) },
      { points: points(41) },
      { points: [body.points[1], body.points[1]] },
      { organisation: 'Tỉnh ủy' },
      { stance: 'love' },
    ])
      expect(await problemOf(await put(more))).toBe('invalid-input');
    expect(await problemOf(await put({ proposals: 'a'.repeat(5 * 1024 * 1024) }))).toBe('too-large');
    const words = '<script>alert(1)</script><b>đậm</b>';
    expect((await put({ proposals: words })).status).toBe(200);
    expect((await union.own()).draft.body.proposals).toBe(words);
  });

  test('is on the clauses that are asked about', async () => {
    const union = await invited();
    const { points } = await wholeOpinion(made);
    const sent = await sendWhole(made, union, { points: [{ ...points[0]!, clause: 'cnotthere' }] });
    expect(await issuesOf(sent)).toEqual(['opinion-not-ready', 'points.0.clause clause-unknown']);
  });

  test('the log names the organisation by its id, and holds no word and no secret', async () => {
    const { rows } = await sql<{ act: string; all: string }>`
      select act, to_jsonb(e)::text as all from audit_event e where act like 'opinion.%'`.execute(made.at.house.db);
    expect(new Set(rows.map(({ act }) => act))).toEqual(
      new Set(['opinion.invite', 'opinion.change', 'opinion.link', 'opinion.send']),
    );
    for (const { all } of rows) expect(all).not.toMatch(/MTTQ|Bình|khoán|, 0912/);
  });
});

test('who reads what organisations say finds every consultation that asks some, and nothing of other units', async () => {
  const listed = async (login: string, role: string, unitId: string) => {
    const person = await signedIn(made.at.app, made.admin, { login, role, unitId });
    return (await readJson<PageView<ListedSurveyView>>(person, '/opinions')).items.map(({ id }) => id);
  };
  expect(await listed('nghe.ld', 'leader', school.unitId)).toEqual([made.survey.id]);
  expect(await listed('nghe.soan', 'drafter', school.unitId)).toEqual([made.survey.id]);
  expect(await listed('nghe.khac', 'leader', 'THPT.SONGNINH')).toEqual([]);
  expect(await listed('nghe.ra-soat', 'moderator', school.unitId)).toEqual([]);
});

describe('the file beside an official opinion', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const put = (union: Organisation, bytes: Uint8Array<ArrayBuffer>, revision: number, name = 'công văn.pdf') =>
    union.send('POST', `/file?${new URLSearchParams({ name, revision: String(revision) }).toString()}`, bytes);

  test('is told by its bytes, and what is no letter is refused whatever it is called', async () => {
    const union = await invited();
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    const large = new Uint8Array(5 * 1024 * 1024 + 1).fill(32);
    large.set(pdf);
    for (const bytes of [page, large, pdf.subarray(0, 20), new Uint8Array([0x50, 0x4b, 3, 4, 9])])
      expect(await problemOf(await put(union, bytes, 0))).toBe('attachment-not-read');
    expect(await problemOf(await put(union, new Uint8Array(10 * 1024 * 1024), 0))).toBe('too-large');
    expect((await union.own()).file).toBeNull();
  });

  test('goes with what was sent, is kept and never shown, and is nobody else’s', async () => {
    const union = await invited();
    const { revision } = (await (await put(union, pdf, 0, '../công "văn".exe')).json()) as { revision: number };
    const { file } = await union.own();
    expect(file!.size).toBe(pdf.length);
    expect(file!.name).toMatch(/^[^/\\"]+\.pdf$/);
    const staff = `${at()}/${union.id}/files/${file!.id}`;
    expect(await problemOf(await made.organizer.send('GET', staff))).toBe('not-found');
    expect(await problemOf(await front.send('GET', `/files/${file!.id}`))).toBe('not-found');
    await union.send('PUT', '/opinion', { revision, body: await wholeOpinion(made) });
    const after = (await union.own()).draft.revision;
    expect((await union.send('POST', '/opinion', { revision: after, notSecret: true })).status).toBe(204);
    const answer = await made.organizer.send('GET', staff);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...pdf]);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await one(union.id)).sent[0]!.opinion.attachment).toMatchObject({ name: file!.name, media: 'pdf' });
  });

  test('that is replaced or taken off is gone, unless it was sent', async () => {
    const union = await invited();
    const count = async () => {
      const { rows } = await sql`select from opinion_file where organisation_id = ${union.id}`.execute(
        made.at.house.db,
      );
      return rows.length;
    };
    let { revision } = (await (await put(union, pdf, 0)).json()) as { revision: number };
    ({ revision } = (await (await put(union, pdf, revision)).json()) as { revision: number });
    expect(await count()).toBe(1);
    await union.send('POST', '/file/removal', { revision });
    expect(await count()).toBe(0);
  });
});

test('everybody reads who said what of which clause once it is closed, and nothing before', async () => {
  const other = await consultationOpen();
  const { url } = await other.drafts();
  const read = async () =>
    (await (
      await other.at.app.request(`/api/c/${url!.split('/').at(-1)!}/organisations`)
    ).json()) as PublicOpinionsView;
  await sendWhole(other, await other.invite());
  expect(await read()).toEqual({ organisations: [], clauses: [] });
  other.at.pass(21 * 24 * 3_600_000);
  const { organisations, clauses } = await read();
  expect(organisations).toMatchObject([{ name: about.name, letter: { number: '12/CV-MTTQ' } }]);
  expect(clauses.map(({ clause, points }) => [clause?.path, points.map(({ opinion }) => opinion)])).toEqual([
    [undefined, ['Cần thiết.', 'Nên có phụ lục.']],
    ['dieu-8', ['Nên khoán xăng xe.']],
  ]);
  const named = await namedOpinionsOf(other.at.house.db, other.survey.id);
  expect(named.map(({ number, opinion }) => [number, opinion.organisation.name, opinion.points.length])).toEqual([
    [1, about.name, 2],
  ]);
  expect(JSON.stringify(await read())).not.toMatch(/Bình|0912|Ban Thường trực/);
  await other.at.close();
});

test('after the close nothing more is written or sent, and what was sent is still read on its link', async () => {
  const union = await invited();
  const body = await wholeOpinion(made);
  await sendWhole(made, union);
  made.at.pass(21 * 24 * 3_600_000);
  const own = await union.own();
  expect([own.may, own.sent.length]).toEqual([{ write: false, send: false }, 1]);
  expect(await problemOf(await union.send('PUT', '/opinion', { revision: 0, body }))).toBe('opinion-not-now');
  expect(await problemOf(await union.send('POST', '/opinion', { revision: 1, notSecret: true }))).toBe(
    'opinion-not-now',
  );
});
