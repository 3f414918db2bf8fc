import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintedSlipsView, SlipsView, SurveyView } from '@danban/contract';
import { createSetupLink } from '@danban/server';
import { actsElsewhere, leavingElsewhere } from '../support/actsElsewhere.ts';
import { actsOfPeople } from '../support/actsOfPeople.ts';
import type { ActElsewhere } from '../support/actsOnOpinions.ts';
import { actsAfter, lastAct } from '../support/audit.ts';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { list, listed, listRead, openedRoster, rosterDraft, storeList } from '../support/roster.ts';
import { actsOfSso } from '../support/sso/acts.ts';
import { sendAnswers } from '../support/sendAnswers.ts';
import { startProvider, type ProviderProcess } from '../support/sso/provider.ts';
import {
  invite,
  organisation,
  root,
  setUpProvince,
  signedIn,
  tokenIn,
  visitor,
  type Visitor,
} from '../support/staff.ts';
import { csv, sendTable, understood } from '../support/tables.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const day = 24 * 3_600_000;

let place: TestHouse;
let admin: Visitor;
let organizer: Visitor;
let provider: ProviderProcess;
let count = 0;

beforeAll(async () => {
  provider = await startProvider('forging');
  place = await testHouse(await freshDatabase(), { sso: provider.settings });
  admin = await setUpProvince(place);
  organizer = await signedIn(place.app, admin, { login: 'organizer', role: 'organizer', ...school });
});
afterAll(async () => {
  await place.close();
  await provider.stop();
});

const login = () => `nguoi.${(count += 1)}`;
const closesIn = (days: number) => ({ closesAt: new Date(place.house.clock().getTime() + days * day).toISOString() });
const scheduledIn = (days: number) => ({ opensAt: closesIn(days).closesAt, ...closesIn(days + 10) });
const created = () => organizer.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...school });
const draft = async () => (await (await created()).json()) as SurveyView;
async function opened(): Promise<SurveyView> {
  const { id } = await draft();
  return (await (await organizer.send('POST', `/surveys/${id}/open`, closesIn(10))).json()) as SurveyView;
}
/** A survey entered by slip, waiting for its opening or open, with the codes of two slips. */
async function withSlips(how: 'schedule' | 'open') {
  const made = await organizer.send('POST', '/surveys', { template: 'khao-sat-thuc-hien-quy-che-dan-chu', ...school });
  const { id } = (await made.json()) as SurveyView;
  await organizer.send('POST', `/surveys/${id}/${how}`, how === 'open' ? closesIn(10) : scheduledIn(1));
  const slips = `/surveys/${id}/slips`;
  const { units } = (await (await organizer.send('GET', slips)).json()) as SlipsView;
  const wanted = [{ position: units[0]!.position, count: 2 }];
  const printed = await organizer.send('POST', slips, { units: wanted });
  const { codes } = ((await printed.json()) as PrintedSlipsView).units[0]!;
  return { slips, units: wanted, codes };
}
type WithSlips = Awaited<ReturnType<typeof withSlips>>;
function onSlips(told: string, act: (made: WithSlips) => Promise<Response>, how: 'schedule' | 'open' = 'schedule') {
  const prepare = async () => {
    const made = await withSlips(how);
    return () => act(made);
  };
  return [[told], prepare] satisfies (typeof writing)[string];
}
async function released(answers = 0): Promise<SurveyView> {
  const survey = await opened();
  await sendAnswers(place.app, survey, answers);
  await organizer.send('POST', `/surveys/${survey.id}/close`, {});
  await place.work();
  return survey;
}
type Act = () => Promise<Response>;

/** Acts that need a house of their own. */
function elsewhere(acts: Record<string, ActElsewhere>): typeof writing {
  return Object.fromEntries(
    Object.entries(acts).map(([route, [told, prepare]]) => [
      route,
      [
        told,
        async () => {
          const { at, act } = await prepare();
          place = at;
          return act;
        },
      ],
    ]),
  );
}

/**
 * How each staff route that writes is driven, and what the log must say then. The first part prepares, what it answers
 * does the act. A new route needs its line here: that is how a forgotten `record` is noticed.
 */
const writing: Record<string, [acts: string[], prepare: () => Promise<Act>]> = {
  'POST /setup': [
    ['setup.finish'],
    async () => {
      const other = await testHouse(await freshDatabase());
      const token = tokenIn(await createSetupLink(other.house));
      const body = { choice: 'empty', token, organisation: { name: 'Trường' }, admin: root };
      place = other;
      return () => visitor(other.app).send('POST', '/setup', body);
    },
  ],
  ...Object.fromEntries(
    Object.entries({ ...actsOfPeople, ...actsOfSso }).map(([route, [acts, prepare]]) => [
      route,
      [acts, () => prepare({ place, admin, provider, login })],
    ]),
  ),
  'PUT /organisation': [
    ['organisation.load'],
    async () => {
      const file = await organisation();
      return () => admin.send('PUT', '/organisation', file);
    },
  ],
  'POST /imports/:kind/read': [
    [],
    async () => () => admin.send('POST', '/imports/units/read', csv('Mã;Tên;Cấp trên', 'NEW.1;Trường mới;goc')),
  ],
  'POST /imports/:kind/preview': [
    [],
    async () => {
      const { table, sheet, columns } = await understood(admin, 'units', csv('Mã;Tên;Cấp trên', 'NEW.2;Trường;goc'));
      return () => admin.send('POST', '/imports/units/preview', { table, sheet, columns });
    },
  ],
  'POST /imports/:kind': [
    ['account.roles', 'account.invite'],
    async () => {
      const known = login();
      await invite(admin, { login: known, role: 'leader', unitId: school.unitId });
      const rows = [`Người ${known};${known};Thanh tra nhân dân;goc`, `Lê Văn An;${login()};Lãnh đạo;goc`];
      const view = await understood(admin, 'accounts', csv('Họ tên;Email;Vai trò;Đơn vị', ...rows));
      return () => sendTable(admin, 'accounts', view);
    },
  ],
  'POST /units': [
    ['organisation.import'],
    async () => () => admin.send('POST', '/units', { name: 'Trường gõ tay', parentId: 'goc', type: 'upper_secondary' }),
  ],
  'POST /bodies': [
    ['organisation.import'],
    async () => () => admin.send('POST', '/bodies', { name: 'Công đoàn gõ tay', kind: 'union', unitId: 'goc' }),
  ],
  'POST /surveys': [['survey.create'], async () => created],
  'PUT /surveys/:id': [
    ['survey.edit'],
    async () => {
      const { id, definition } = await draft();
      const changed = { ...(definition as object), title: { vi: 'Tên khác' } };
      return () => organizer.send('PUT', `/surveys/${id}`, { definition: changed, revision: 0 });
    },
  ],
  'POST /surveys/:id/restore': [
    ['survey.edit'],
    async () => {
      const { id, definition } = await draft();
      const changed = { ...(definition as object), title: { vi: 'Tên khác' } };
      await organizer.send('PUT', `/surveys/${id}`, { definition: changed, revision: 0 });
      return () => organizer.send('POST', `/surveys/${id}/restore`, { to: 0, revision: 1 });
    },
  ],
  'POST /surveys/:id/open': [
    ['survey.open'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('POST', `/surveys/${id}/open`, closesIn(10));
    },
  ],
  'DELETE /surveys/:id': [
    ['survey.remove'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('DELETE', `/surveys/${id}`);
    },
  ],
  'POST /surveys/:id/schedule': [
    ['survey.schedule'],
    async () => {
      const { id } = await draft();
      return () => organizer.send('POST', `/surveys/${id}/schedule`, scheduledIn(1));
    },
  ],
  'POST /surveys/:id/unschedule': [
    ['survey.unschedule'],
    async () => {
      const { id } = await draft();
      await organizer.send('POST', `/surveys/${id}/schedule`, scheduledIn(1));
      return () => organizer.send('POST', `/surveys/${id}/unschedule`, {});
    },
  ],
  'POST /surveys/:id/pause': [
    ['survey.pause'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/pause`, {});
    },
  ],
  'POST /surveys/:id/resume': [
    ['survey.resume'],
    async () => {
      const { id } = await opened();
      await organizer.send('POST', `/surveys/${id}/pause`, {});
      return () => organizer.send('POST', `/surveys/${id}/resume`, {});
    },
  ],
  'PUT /surveys/:id/thresholds': [
    ['survey.raise'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('PUT', `/surveys/${id}/thresholds`, { unit: 8, comments: 20, sensitive: 20 });
    },
  ],
  'POST /surveys/:id/slips': onSlips('survey.make-slips', ({ slips, units }) =>
    organizer.send('POST', slips, { units }),
  ),
  'POST /surveys/:id/slips/void': onSlips('survey.void-slip', ({ slips, codes }) =>
    organizer.send('POST', `${slips}/void`, { code: codes[0], replace: true }),
  ),
  'PUT /surveys/:id/slips/paper': onSlips(
    'survey.paper',
    ({ slips }) => organizer.send('PUT', `${slips}/paper`, { sheets: 2 }),
    'open',
  ),
  'POST /surveys/:id/slips/discard': onSlips('survey.discard-slips', ({ slips }) =>
    organizer.send('POST', `${slips}/discard`, {}),
  ),
  'POST /surveys/:id/cancel': [
    ['survey.cancel'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/cancel`, {});
    },
  ],
  'POST /surveys/:id/archive': [
    ['survey.archive'],
    async () => {
      const { id } = await released();
      return () => organizer.send('POST', `/surveys/${id}/archive`, {});
    },
  ],
  'POST /surveys/:id/roster/read': [
    [],
    async () => {
      const id = await rosterDraft(organizer, school);
      return () => organizer.send('POST', `/surveys/${id}/roster/read`, list(12));
    },
  ],
  'POST /surveys/:id/roster/preview': [
    [],
    async () => {
      const id = await rosterDraft(organizer, school);
      const table = await listRead(organizer, id, list(12));
      return () => organizer.send('POST', `/surveys/${id}/roster/preview`, table);
    },
  ],
  'POST /surveys/:id/roster': [
    ['survey.list'],
    async () => {
      const id = await rosterDraft(organizer, school);
      const table = await listRead(organizer, id, list(12));
      return () => organizer.send('POST', `/surveys/${id}/roster`, table);
    },
  ],
  'DELETE /surveys/:id/roster': [
    ['survey.drop-list'],
    async () => {
      const id = await rosterDraft(organizer, school);
      await storeList(organizer, id, list(12));
      return () => organizer.send('DELETE', `/surveys/${id}/roster`);
    },
  ],
  'POST /surveys/:id/roster/letters': [
    ['survey.print-invitations'],
    async () => {
      const id = await openedRoster(organizer, school, closesIn(10));
      return () => organizer.send('POST', `/surveys/${id}/roster/letters`, {});
    },
  ],
  'POST /surveys/:id/roster/mail': [
    ['survey.mail-invitations'],
    async () => {
      const id = await openedRoster(organizer, school, closesIn(10));
      return () => organizer.send('POST', `/surveys/${id}/roster/mail`, { kind: 'invitation' });
    },
  ],
  'POST /surveys/:id/roster/file': [
    ['survey.export-invitations'],
    async () => {
      const id = await openedRoster(organizer, school, closesIn(10));
      return () => organizer.send('POST', `/surveys/${id}/roster/file`, { form: 'csv', understood: true });
    },
  ],
  'POST /surveys/:id/roster/people/:person/invitation': [
    ['survey.new-invitation'],
    async () => {
      const id = await openedRoster(organizer, school, closesIn(10));
      const [person] = await listed(organizer, id);
      return () => organizer.send('POST', `/surveys/${id}/roster/people/${person!.id}/invitation`, {});
    },
  ],
  'POST /surveys/:id/roster/people/:person/strike-off': [
    ['survey.strike-off'],
    async () => {
      const id = await openedRoster(organizer, school, closesIn(10));
      const [person] = await listed(organizer, id);
      return () => organizer.send('POST', `/surveys/${id}/roster/people/${person!.id}/strike-off`, {});
    },
  ],
  'POST /surveys/:id/extend': [
    ['survey.extend'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/extend`, closesIn(20));
    },
  ],
  'POST /surveys/:id/close': [
    ['survey.close'],
    async () => {
      const { id } = await opened();
      return () => organizer.send('POST', `/surveys/${id}/close`, {});
    },
  ],
  'POST /surveys/:id/correction': [
    ['survey.correct'],
    async () => {
      const { id } = await released(12);
      const invited = [{ position: 0, invited: 900 }];
      return () => organizer.send('POST', `/surveys/${id}/correction`, { reason: 'Số ghi nhầm.', invited });
    },
  ],
  'PUT /surveys/:id/publication': [
    ['survey.publish'],
    async () => {
      const { id } = await released();
      return () => organizer.send('PUT', `/surveys/${id}/publication`, { published: true });
    },
  ],
  ...elsewhere(actsElsewhere),
};

/** Reading that is an act of its own: figures leave the house. */
const leaving: typeof writing = {
  ...elsewhere(leavingElsewhere),
  ...Object.fromEntries(
    ['csv', 'json', 'xlsx', 'docx'].map((kind) => [
      `GET /surveys/:id/release.${kind}`,
      [
        ['results.export'],
        async () => {
          const { id } = await released();
          return () => organizer.send('GET', `/surveys/${id}/release.${kind}`);
        },
      ],
    ]),
  ),
};

function staffRoutesThatWrite(): string[] {
  const staff = place.app.routes.filter(({ path }) => path.startsWith('/lam-viec/api/'));
  const writes = staff.filter(({ method }) => !['GET', 'ALL'].includes(method));
  return [...new Set(writes.map(({ method, path }) => `${method} ${path.replace('/lam-viec/api', '')}`))];
}

describe('every staff act leaves its line in the log', () => {
  test('every staff route that writes is driven here', () => {
    expect(staffRoutesThatWrite().sort()).toEqual(Object.keys(writing).sort());
  });

  test.each(Object.entries({ ...writing, ...leaving }))('%s', async (_route, [acts, prepare]) => {
    const here = place;
    try {
      const act = await prepare();
      const before = await lastAct(place.house.db);
      const answer = await act();
      expect([answer.status, answer.ok]).toEqual([answer.status, true]);
      await place.work();
      const told = await actsAfter(place.house.db, before);
      const byPeople = told.filter(({ by }) => by !== null);
      expect(byPeople.map(({ act }) => act)).toEqual(acts);
    } finally {
      if (place !== here) await place.close();
      place = here;
    }
  });
});
