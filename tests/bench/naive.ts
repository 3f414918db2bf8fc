import { can, judgedIn, type Person } from '@danban/access';
import type { House } from '@danban/server';
import { bodiesOn, unitPath, unitsOn } from '@danban/server/organisations/queries';
import type { Definition } from '@danban/survey';
import { keyOf } from '@danban/server/search/keys';

const day = '2026-03-02';
const page = 50;

/** Each list as it is written at first: every row is read, each is asked about by itself, the page is cut off at last. */
export const naive: Record<string, (house: House, person: Person) => Promise<unknown[]>> = {
  async surveys({ db }, person) {
    const rows = await db.selectFrom('survey').selectAll().orderBy('closes_at', 'desc').execute();
    const mine = await Promise.all(
      rows.map(async (survey) => {
        const where = {
          unitPath: await unitPath(db, survey.unit_id, survey.opened_on ?? day),
          bodyId: survey.body_id,
          judged: judgedIn((survey.definition as unknown as Definition).kind, survey.unit_id, survey.follows !== null),
          state: survey.state,
          published: survey.published,
        };
        return can(person, 'survey.read', where) || can(person, 'results.read', where) ? [survey] : [];
      }),
    );
    return mine.flat().slice(0, page);
  },
  async accounts({ db }, person) {
    const rows = await db.selectFrom('account').selectAll().orderBy('name').execute();
    const mine = await Promise.all(
      rows.map(async (account) => {
        const grants = await db.selectFrom('role_grant').selectAll().where('account_id', '=', account.id).execute();
        const paths = await Promise.all(grants.map((grant) => unitPath(db, grant.unit_id, day)));
        const mayAll = paths.every((unitPath) =>
          can(person, 'accounts.manage', { unitPath, bodyId: null, judged: null }),
        );
        return mayAll ? [{ ...account, grants }] : [];
      }),
    );
    return mine.flat().slice(0, page);
  },
  units: async ({ db }) =>
    (await unitsOn(db, day)).filter(({ name }) => keyOf.body({ name }).includes('truong 98')).slice(0, page),
  bodies: async ({ db }) =>
    (await bodiesOn(db, day)).filter(({ name }) => keyOf.body({ name }).includes('ban 98')).slice(0, page),
};
