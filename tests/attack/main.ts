// `npm run attack`: a survey of three hundred people through the real API on a real server, and everything an attacker
// finds afterwards. Fails when somebody is linked better than by guessing, or when a leak that is there is not seen.
import { asLine, attackAll } from './verdict.ts';

const people = 300;

const verdicts = await attackAll(people, (words) => console.error(words));
for (const verdict of verdicts) console.log(asLine(verdict));
process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1;
