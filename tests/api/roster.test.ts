import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64Url } from '@danban/bytes';
import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import { compile, type Answers, type Definition } from '@danban/survey';
import { sql } from 'kysely';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { listedSurvey } from '../support/listedSurvey.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { openingOf, Respondent } from '../support/respondent.ts';

const school = 'THPT.SONGNINH';

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let database: FreshDatabase;
  let people: People;
  let send: Send;
  let listed: Awaited<ReturnType<typeof listedSurvey>>;
  const chance = repeatable(11);
  const sheet = () => answersFor(listed.survey.definition as Definition, chance, 0.6) as Record<string, string>;
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  const next = () => listed.respondents.pop()!.respondent;

  beforeAll(async () => {
    database = await fresh();
    at = await testHouse(database);
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
    listed = await listedSurvey(at, send, people, school, { [school]: 40 });
  });
  afterAll(() => at.close());

  test('an invitation becomes a credential, and a credential one answer', async () => {
    const one = next();
    expect((await one.collect()).status).toBe(200);
    const body = await one.sheet(sheet());
    expect((await one.submit(body)).status).toBe(201);
    expect((await one.submit(body)).status).toBe(201);
    expect(await codeOf(await one.answer({ ...sheet(), q1: 'nothing' }))).toBe('invalid-answers');
  });

  test('with its credential sealed beside them, the few choices of one and the sentences of another look alike', async () => {
    const { questions } = listed.survey.definition as Definition;
    const free = questions.find(({ type }) => type === 'text')!.id;
    for (const words of [undefined, 'Mong phòng y tế mở thêm giờ. '.repeat(30)]) {
      const one = next();
      await one.collect();
      const { [free]: _, ...choices } = sheet();
      expect((await one.answer(words === undefined ? choices : { ...choices, [free]: words })).status).toBe(201);
    }
    const { rows } = await sql<{ length: number }>`
      select distinct octet_length(sealed) as length from urn.staged where survey_id = ${listed.survey.id}`.execute(
      database.db,
    );
    expect(rows).toHaveLength(1);
  });

  test('other answers under the same credential are refused', async () => {
    const one = next();
    await one.collect();
    const definition = listed.survey.definition as Definition;
    const [first, second] = [3, 4].map(
      (seed) => answersFor(definition, repeatable(seed), 0.9) as Record<string, string>,
    );
    expect((await one.answer(first!)).status).toBe(201);
    expect(await codeOf(await one.answer(second!))).toBe('different-answer');
  });

  test('the same request for a credential is answered again, another one is not', async () => {
    const one = next();
    const first = await (await one.collect()).json();
    expect(await (await one.collect()).json()).toEqual(first);
    const elsewhere = new Respondent(send, one.link);
    expect(await codeOf(await elsewhere.collect())).toBe('credential-collected');
    const onAnotherDevice = new Respondent(send, one.link, one.seed);
    expect((await onAnotherDevice.collect()).status).toBe(200);
    expect((await onAnotherDevice.answer(sheet())).status).toBe(201);
  });

  describe('200 concurrent collects/submits → exactly one', () => {
    test('of two hundred at once with one invitation exactly one gets a credential', async () => {
      const { link } = next();
      const racers = Array.from({ length: 200 }, () => new Respondent(send, link));
      const answers = await Promise.all(racers.map((one) => one.collect()));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(199);
    });

    test('of two hundred answers at once under one credential exactly one is taken', async () => {
      const one = next();
      await one.collect();
      const definition = listed.survey.definition as Definition;
      const compiled = compile(definition);
      const asKept = (drawn: unknown): Answers => (compiled.validate(drawn) as { answers: Answers }).answers;
      const sheets = await Promise.all(
        Array.from({ length: 200 }, async (_, seed) =>
          one.sheet(asKept(answersFor(definition, repeatable(seed), 0.9))),
        ),
      );
      const answers = await Promise.all(sheets.map((body) => one.submit(body)));
      const taken = sheets
        .filter((_, i) => answers[i]!.status === 201)
        .map(({ answers: given }) => JSON.stringify(given));
      expect(new Set(taken).size).toBe(1);
      expect(new Set(sheets.map(({ answers: given }) => JSON.stringify(given))).size).toBeGreaterThan(150);
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    });
  });

  test('an unknown invitation and an unknown link are refused, each with its code', async () => {
    const { link } = next();
    const guessed = new Respondent(send, { ...link, code: toBase64Url(randomBytes(16)) });
    expect(await codeOf(await guessed.collect())).toBe('invitation-unknown');
    const blinded = toBase64Url(Buffer.alloc(384, 7));
    const elsewhere = { invitation: link.code, stratum: 77, blinded };
    const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(elsewhere) };
    expect(await codeOf(await send(`/api/s/${link.slug}/credentials`, posted))).toBe('invitation-unknown');
    expect(await codeOf(await send('/api/s/khong-co-dau/opening'))).toBe('unknown-link');
  });

  test.each([
    ['zero', 0n],
    ['one', 1n],
  ])('a blinded message that is %s is refused, and the invitation stays good', async (_, value) => {
    const one = next();
    const blinded = toBase64Url(Buffer.from(value.toString(16).padStart(768, '0'), 'hex'));
    const { slug, code: invitation, stratum } = one.link;
    const spoilt = await send(`/api/s/${slug}/credentials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invitation, stratum, blinded }),
    });
    expect(await codeOf(spoilt)).toBe('credential-refused');
    expect((await one.collect()).status).toBe(200);
  });

  test('a sheet that was changed on the way, and a credential nobody signed, are refused', async () => {
    const one = next();
    await one.collect();
    const body = await one.sheet(sheet());
    const otherSalt = { ...body, salt: toBase64Url(randomBytes(32)) };
    expect(await codeOf(await one.submit(otherSalt))).toBe('credential-invalid');
    const unsigned = { ...body, proof: { ...body.proof, signature: toBase64Url(randomBytes(384)) } };
    expect(await codeOf(await one.submit(unsigned))).toBe('credential-invalid');
    expect((await one.submit(body)).status).toBe(201);
  });

  test('who was struck off gets no credential, and a new invitation makes the old one worthless', async () => {
    const { id } = listed.survey;
    const entries = await at.house.roster.people(id);
    const invitations = await at.house.roster.invitations(id);
    const person = invitations.find(({ code }) => code === listed.respondents[0]!.respondent.link.code)!;
    const old = listed.respondents.shift()!.respondent;
    expect(entries.some((entry) => entry.id === person.id)).toBe(true);
    await at.house.roster.revoke(id, person.id);
    expect(await codeOf(await old.collect())).toBe('invitation-revoked');
    const fresh = (await at.house.roster.reissue(id, person.id))!;
    expect(await codeOf(await old.collect())).toBe('invitation-unknown');
    const now = new Respondent(send, { ...old.link, code: fresh.code });
    expect((await now.collect()).status).toBe(200);
    // Whether somebody has collected does not show in what the organizer gets.
    expect((await at.house.roster.reissue(id, person.id))!.code).toBe(fresh.code);
  });

  test('credential of another survey refused', async () => {
    const other = await listedSurvey(at, send, people, school, { [school]: 12 });
    const stranger = other.respondents[0]!.respondent;
    await stranger.collect();
    const body = await stranger.sheet(sheet());
    const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect(await codeOf(await send(`/api/s/${listed.slug}/submissions`, posted))).toBe('credential-invalid');
  });

  test('what was frozen is one record, the same for everybody, and its hash is its own', async () => {
    const { hash, record } = await openingOf(send, listed.slug);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(record.strata).toHaveLength(1);
    expect(record.strata[0]).toMatchObject({ size: 40 });
  });

  test('after the close marks are counts, invitations are worthless and keys are gone', async () => {
    const desk = await signedIn(at.house, send, people.organizer);
    const late = next();
    await desk.post(`/surveys/${listed.survey.id}/close`);
    await at.work();
    await at.work();
    expect(await codeOf(await late.collect())).toBe('survey-closed');
    const [collected] = (await at.house.roster.collected(listed.survey.id))!;
    expect(collected).toBeGreaterThan(5);
    expect(await at.house.roster.hasKeys(listed.survey.id)).toBe(false);
    const closed = (await desk.get(`/surveys/${listed.survey.id}`)) as SurveyView;
    expect(closed.state).toBe('released');
    at.pass(31 * 24 * 60 * 60 * 1000);
    await at.work();
    expect(await at.house.roster.people(listed.survey.id)).toEqual([]);
  });
});
