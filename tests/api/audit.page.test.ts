import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntryView, AuditExtractView, AuditPageView, SurveyView } from '@danban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../support/audit.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { addGrant, allPages, invite, problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

const ours = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const theirs = { unitId: 'THPT.SONGNINH', bodyId: 'CD.THPT.SONGNINH' };
const day = 24 * 60 * 60 * 1000;
/** What a spreadsheet would run, a page would draw, and a sentence would fill in. */
const hostile = '=HYPERLINK("http://evil";"x") {who} <img src=x onerror=alert(1)>';

onEachPostgres((_, fresh) => {
  describe('the log as it is read', () => {
    let place: TestHouse;
    let admin: Visitor;
    let inspector: Visitor;
    let organizer: Visitor & { id: string };
    let stranger: Visitor;
    let survey: SurveyView;

    const read = async (by: Visitor, asked = '') => {
      const answer = await by.send('GET', `/audit${asked}`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as AuditPageView;
    };
    const all = (by: Visitor, asked = '') => allPages<AuditEntryView>(by, `/audit${asked}`);
    const file = async (by: Visitor, path: string) => {
      const answer = await by.send('GET', `/audit/${path}`);
      expect(answer.status).toBe(200);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    };

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUpProvince(place);
      organizer = await signedIn(place.app, admin, { login: 'to-chuc', role: 'organizer', ...ours });
      const other = await signedIn(place.app, admin, { login: 'to-chuc-khac', role: 'organizer', ...theirs });
      inspector = await signedIn(place.app, admin, { login: 'thanh-tra', role: 'inspector', unitId: ours.unitId });
      stranger = await signedIn(place.app, admin, {
        login: 'thanh-tra-khac',
        role: 'inspector',
        unitId: theirs.unitId,
      });
      const template = 'khao-sat-hai-long-phu-huynh';
      survey = (await (await organizer.send('POST', '/surveys', { template, ...ours })).json()) as SurveyView;
      const closesAt = new Date(place.house.clock().getTime() + 10 * day).toISOString();
      expect((await organizer.send('POST', `/surveys/${survey.id}/open`, { closesAt })).status).toBe(200);
      expect((await other.send('POST', '/surveys', { template, ...theirs })).status).toBe(201);
      const grants = [{ role: 'leader', unitId: ours.unitId, bodyId: null }];
      const named = await admin.send('POST', '/accounts', { name: hostile, login: 'ten-la', grants });
      expect(named.status).toBe(201);
    });
    afterAll(() => place.close());

    test('is closed to whoever neither runs the house nor watches over it', async () => {
      const { unitId } = ours;
      const others = [
        organizer,
        await signedIn(place.app, admin, { login: 'lanh-dao', role: 'leader', unitId }),
        await signedIn(place.app, admin, { login: 'dau-moi', role: 'collector', unitId }),
      ];
      for (const by of others) {
        for (const path of ['', '/paper', '/export.csv', '/export.jsonl']) {
          expect(await problemOf(await by.send('GET', `/audit${path}`))).toBe('not-allowed');
        }
      }
    });

    test('shows who watches a school what happened there, and nothing of another or of the whole', async () => {
      const seen = await all(inspector);
      const everything = await all(admin);
      expect(seen.map(({ act }) => act)).toContain('survey.open');
      expect(new Set(seen.map(({ unit }) => unit)).size).toBe(1);
      expect(seen.length).toBeLessThan(everything.length);
      expect(everything.map(({ unit }) => unit)).toContain(null);
      const theirsSeen = await all(stranger);
      expect(theirsSeen.map(({ object }) => object.id)).not.toContain(survey.id);
      expect(theirsSeen.map(({ seq }) => seq).filter((seq) => seen.some((act) => act.seq === seq))).toEqual([]);
      // Nor by asking for it by name, by id or by person.
      for (const asked of [`?object=${survey.id}`, `?person=${organizer.id}`, '?act=survey.open', '?q=CTN']) {
        expect((await read(stranger, asked)).items).toEqual([]);
      }
      expect((await read(stranger)).people.map(({ id }) => id)).not.toContain(organizer.id);
    });

    test('is filtered by who, what, when and about what, and found without marks', async () => {
      const acts = async (asked: string) => (await all(admin, asked)).map(({ act }) => act);
      expect(await acts(`?object=${survey.id}`)).toEqual(['survey.open', 'survey.create']);
      expect(new Set(await acts('?act=account.invite'))).toEqual(new Set(['account.invite']));
      expect(await acts(`?person=${organizer.id}`)).toEqual(['survey.open', 'survey.create', 'session.sign-in']);
      expect(await acts(`?kind=survey&q=${encodeURIComponent('hai long phu huynh')}`)).toEqual([]);
      expect(await acts(`?kind=survey&q=${encodeURIComponent('hai long cua cha me')}`)).toHaveLength(3);
      expect(await acts('?from=2026-03-02&to=2026-03-02')).toHaveLength((await acts('')).length);
      expect(await acts('?to=2026-03-01')).toEqual([]);
      expect(await acts('?from=1900-01-01&to=2999-12-31')).toHaveLength((await acts('')).length);
      expect(await acts('?from=2999-12-31&to=1900-01-01')).toEqual([]);
    });

    test('the newest stands first, days are those of Vietnam', async () => {
      const seqs = (await all(admin)).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
      // Half past eleven at night there, in the afternoon of the server.
      place.pass(-8.5 * 60 * 60 * 1000);
      await invite(admin, { login: 'khuya', role: 'leader', unitId: ours.unitId });
      place.pass(8.5 * 60 * 60 * 1000);
      expect((await all(admin, '?to=2026-03-01')).map(({ object }) => object.name)).toEqual(['Người khuya']);
    });

    test.each([
      'page=0',
      'page=99999999',
      'from=0000-01-01',
      'to=9999-12-31',
      'from=2026-02-30',
      "from=2026-01-01'--",
      'act=survey.all',
      'kind=respondent',
      'person=1',
      'order=at',
      `object=${'x'.repeat(101)}`,
      `q=${'a'.repeat(201)}`,
    ])('"%s" is invalid input', async (asked) => {
      expect(await problemOf(await admin.send('GET', `/audit?${asked}`))).toBe('invalid-input');
    });

    test('a file of it is an act as well, and its own line is the last in it', async () => {
      const lines = (await file(inspector, 'export.jsonl')).trim().split('\n');
      const last = (await all(admin))[0]!;
      expect([last.act, last.details, last.actor?.name]).toEqual([
        'audit.export',
        { format: 'jsonl', filtered: false },
        'Người thanh-tra',
      ]);
      expect(JSON.parse(lines.at(-1)!)).toMatchObject({ seq: last.seq, hash: last.hash });
      await file(inspector, 'export.csv?act=survey.open');
      expect((await all(admin))[0]!.details).toEqual({ format: 'csv', filtered: true });
    });

    test('a file of it is checked by the command: whole, in part, and of one school alone', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'danban-log-'));
      const check = async (by: Visitor, asked: string, change = (text: string) => text) => {
        const name = join(folder, 'nhat-ky.jsonl');
        writeFileSync(name, change(await file(by, `export.jsonl${asked}`)));
        return audit(['verify', name]);
      };
      try {
        for (const [by, asked] of [
          [admin, ''],
          [admin, '?act=survey.open'],
          [inspector, ''],
          [stranger, '?from=2026-03-02&to=2026-03-02'],
        ] as const) {
          const { status, said } = await check(by, asked);
          expect([status, said]).toEqual([0, expect.stringContaining('it ends where its first line says')]);
        }
        const forged = await check(admin, '', (text) => text.replace('Người to-chuc-khac', 'Người to-chuc'));
        expect([forged.status, forged.said]).toEqual([1, expect.stringContaining('is not as it was recorded')]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    test('a file of one school holds no word of another, only hashes', async () => {
      const text = await file(inspector, 'export.jsonl');
      expect(text).toContain(ours.bodyId);
      for (const word of ['SONGNINH', 'Sông Ninh', 'to-chuc-khac']) {
        expect(text).not.toContain(word);
      }
      const csv = await file(inspector, 'export.csv');
      expect(csv).not.toContain('Sông Ninh');
      expect(csv.split('\r\n')[1]).toMatch(/;/);
    });

    test('a name that is a formula, a tag or a place to be filled in is a name', async () => {
      const csv = await file(admin, 'export.csv?act=account.invite&q=hyperlink');
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(csv.indexOf('\uFEFF', 1)).toBe(-1);
      const line = csv.split('\r\n')[1]!;
      expect(line).toContain(`"'=HYPERLINK(""http://evil"";""x"")`);
      expect(line).toContain('{who} <img src=x onerror=alert(1)>');
    });

    test('on paper stand as many acts as fit, and that there are more', async () => {
      const paper = async () => (await (await admin.send('GET', '/audit/paper')).json()) as AuditExtractView;
      expect((await paper()).more).toBe(false);
      expect((await paper()).items).toHaveLength((await all(admin)).length);
    });

    test('what was done with a survey is read by its organizer and by who watches there, oldest first', async () => {
      const history = (by: Visitor) => by.send('GET', `/surveys/${survey.id}/history`);
      for (const by of [organizer, inspector, admin]) {
        const { items } = (await (await history(by)).json()) as AuditExtractView;
        expect(items.map(({ act }) => act)).toEqual(['survey.create', 'survey.open']);
      }
      expect(await problemOf(await history(stranger))).toBe('not-allowed');
      expect(await problemOf(await admin.send('GET', '/surveys/no-survey/history'))).toBe('not-found');
    });

    test('who is judged by a survey does not follow it as its organizer', async () => {
      const { db } = place.house;
      await sql`update survey set definition = jsonb_set(definition, '{kind}', '"evaluation"') where id = ${survey.id}`.execute(
        db,
      );
      expect((await addGrant(admin, organizer.id, { role: 'leader', unitId: ours.unitId, bodyId: null })).status).toBe(
        200,
      );
      expect(await problemOf(await organizer.send('GET', `/surveys/${survey.id}/history`))).toBe('judged-leader');
    });
  });
});
