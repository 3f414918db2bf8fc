import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle } from '@danban/server/example/people';
import { openedPackage } from '@danban/server/transparency/opened';
import type { Answers, Definition } from '@danban/survey';
import { expect } from 'vitest';
import type { ActElsewhere } from './actsOnOpinions.ts';
import { freshDatabase } from './freshDatabase.ts';
import { testHouse } from './house.ts';
import { listedSurvey } from './listedSurvey.ts';
import { comeIn, signedIn, visitor } from './staff.ts';

const days = 24 * 60 * 60 * 1000;
const department = 'SGDDT';

/** A survey behind a list whose results are published, with so many of each unit who answered of so many on the list. */
export async function checkedSurvey(units: Record<string, { listed: number; answer: number }>) {
  const database = await freshDatabase();
  const at = await testHouse(database);
  const people = await settle(at.house, undefined);
  const sizes = Object.fromEntries(Object.entries(units).map(([unit, { listed }]) => [unit, listed]));
  const { survey, respondents } = await listedSurvey(
    at,
    (path, init) => at.app.request(path, init),
    people,
    department,
    sizes,
  );
  const chance = repeatable(5);
  const answered = new Map<string, number>();
  for (const { name, respondent } of respondents) {
    const unit = Object.keys(units).find((one) => name.endsWith(` ${one}`))!;
    const before = answered.get(unit) ?? 0;
    if (before === units[unit]!.answer) continue;
    answered.set(unit, before + 1);
    await respondent.collect();
    const answers = answersFor(survey.definition as Definition, chance, 0.3) as Answers;
    expect((await respondent.answer(answers)).status).toBe(201);
  }
  at.pass(11 * days);
  await at.work();
  await at.work();
  const came = async (who: keyof typeof people) => {
    const one = visitor(at.app);
    await comeIn(at.house, one, people[who]);
    return one;
  };
  const [admin, organizer, leader] = [await came('admin'), await came('organizer'), await came('leader')];
  const inspector = await signedIn(at.app, admin, { login: 'thanh-tra', role: 'inspector', unitId: department });
  const address = `/surveys/${survey.id}/audit-package.zip`;
  const publish = () => organizer.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
  const archive = async () => new Uint8Array(await (await inspector.send('GET', address)).arrayBuffer());
  const opened = async () => openedPackage(await archive())!;
  return { at, database, survey, admin, organizer, leader, inspector, address, publish, archive, opened };
}

/** Reading that is an act of its own. */
export const packagesThatLeave: Record<string, ActElsewhere> = {
  'GET /surveys/:id/audit-package.zip': [
    ['audit.package'],
    async () => {
      const { at, address, inspector, publish } = await checkedSurvey({ 'SGDDT.VP': { listed: 12, answer: 6 } });
      await publish();
      return { at, act: () => inspector.send('GET', address) };
    },
  ],
};
