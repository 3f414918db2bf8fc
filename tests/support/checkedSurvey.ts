import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle } from '@danban/server/example/people';
import type { Answers, Definition } from '@danban/survey';
import { openedPackage } from '@danban/verify/package';
import type { ActElsewhere } from './actsOnOpinions.ts';
import { freshDatabase } from './freshDatabase.ts';
import { testHouse } from './house.ts';
import { listedSurvey } from './listedSurvey.ts';
import { comeIn, signedIn, visitor } from './staff.ts';

const days = 24 * 60 * 60 * 1000;
const department = 'SGDDT';

interface Came {
  unit: string;
  /** What stands behind `#` of the link of her receipt. */
  receipt: string;
}

/**
 * A survey behind a list whose results are published, with so many of each unit who answered of so many on the list, some on
 * each of so many days.
 */
export async function checkedSurvey(units: Record<string, { listed: number; answer: number }>, inDays = 1) {
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
  const coming = Object.entries(units).flatMap(([unit, { answer }]) =>
    respondents.filter(({ name }) => name.endsWith(` ${unit}`)).slice(0, answer),
  );
  const came: Came[] = [];
  for (let on = 0; on < inDays; on++) {
    for (const { name, respondent } of coming.filter((_, at) => at % inDays === on)) {
      await respondent.collect();
      const answers = answersFor(survey.definition as Definition, chance, 0.3) as Answers;
      const receipt = await respondent.answerForReceipt(answers);
      if (receipt === undefined) throw new Error('a sheet was refused');
      came.push({ unit: name.split(' ').at(-1)!, receipt });
    }
    if (on + 1 === inDays) continue;
    at.pass(days);
    await at.work();
  }
  at.pass(11 * days);
  await at.work();
  await at.work();
  const staff = async (who: keyof typeof people) => {
    const one = visitor(at.app);
    await comeIn(at.house, one, people[who]);
    return one;
  };
  const [admin, organizer, leader] = [await staff('admin'), await staff('organizer'), await staff('leader')];
  const inspector = await signedIn(at.app, admin, { login: 'thanh-tra', role: 'inspector', unitId: department });
  const address = `/surveys/${survey.id}/audit-package.zip`;
  const publish = () => organizer.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
  const archive = async () => new Uint8Array(await (await inspector.send('GET', address)).arrayBuffer());
  const opened = async () => openedPackage(await archive())!;
  return { at, database, survey, came, admin, organizer, leader, inspector, address, publish, archive, opened };
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
