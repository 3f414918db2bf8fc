import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { createSignInLink } from '@danban/server';
import { settle } from '@danban/server/example/people';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { readIn } from '../support/qr.ts';
import { tokenIn, visitor, type Visitor } from '../support/staff.ts';

const template = 'khao-sat-hai-long-phu-huynh';
onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let at: TestHouse;
  let organizer: Visitor;
  let leader: Visitor;
  let survey: SurveyView;

  beforeAll(async () => {
    database = await fresh();
    at = await testHouse(database);
    const people = await settle(at.house, undefined);
    organizer = await signedIn(people.organizer);
    leader = await signedIn(people.leader);
    survey = await opened();
  });
  afterAll(() => at.close());

  async function signedIn(account: string): Promise<Visitor> {
    const person = visitor(at.app);
    await person.send('POST', '/sessions/link', { token: tokenIn(await createSignInLink(at.house, account)) });
    return person;
  }

  async function opened(): Promise<SurveyView> {
    const made = await organizer.send('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' });
    const { id } = (await made.json()) as SurveyView;
    const closesAt = new Date(at.house.clock().getTime() + 10 * 60_000).toISOString();
    const answer = await organizer.send('POST', `/surveys/${id}/open`, { closesAt });
    expect(answer.status).toBe(200);
    return (await answer.json()) as SurveyView;
  }

  const asOrganizer = (path: string) => organizer.send('GET', `/surveys/${survey.id}${path}`);

  test('the code of a link is a PNG that a camera reads as the link', async () => {
    const link = survey.links[0]!;
    const answer = await asOrganizer(`/links/${link.slug}/qr.png`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1_400);
    expect(await readIn(png)).toEqual([link.url]);
  });

  test('a link can be typed: one case, and no sign that looks like another', () => {
    for (const { slug } of survey.links) expect(slug).toMatch(/^[2-9a-hjkmnp-tv-z]{12}$/);
  });

  test('all links come as one table that a spreadsheet opens', async () => {
    const answer = await asOrganizer('/links.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(head).toBe('Đơn vị;Liên kết');
    expect(rows).toEqual(survey.links.map(({ unit, url }) => `${unit?.name ?? survey.unit};${url}`));
  });

  test('codes and table are for the organizer alone, and another survey’s link is none of this one', async () => {
    const { slug } = survey.links[0]!;
    for (const path of [`/links/${slug}/qr.png`, `/links/${slug}/qr.svg`, '/links.csv']) {
      expect((await leader.send('GET', `/surveys/${survey.id}${path}`)).status).toBe(403);
      expect((await visitor(at.app).send('GET', `/surveys/${survey.id}${path}`)).status).toBe(401);
    }
    const other = await opened();
    expect((await asOrganizer(`/links/${other.links[0]!.slug}/qr.png`)).status).toBe(404);
  });
});
