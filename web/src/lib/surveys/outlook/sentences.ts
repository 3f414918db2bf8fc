import type { OutlookView, OutlookWarning } from '@danban/contract';
import { shareOf, whoName } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { inLang, lang, number, say } from '../../i18n.ts';

type Asking = Pick<Definition, 'questions' | 'countUnit'>;
type Share = OutlookView['shares'][number];

function questionOf({ questions }: Asking, id: string) {
  const at = questions.findIndex((question) => question.id === id);
  return { number: at + 1, question: inLang(questions[at]?.text ?? { vi: id }), asked: questions[at] };
}

function optionOf(asking: Asking, id: string, option: number): string {
  const { asked } = questionOf(asking, id);
  const options = asked && 'options' in asked ? asked.options : [];
  return inLang(options[option - 1]?.text ?? { vi: '' });
}

/** What a breakdown is called: the totals of units, one criterion, or two crossed. */
function breakdownTitle(asking: Asking, criteria: readonly string[]): string {
  const [first, second] = criteria.map((id) => questionOf(asking, id));
  if (!first) return say('outlook.totals');
  if (second) return say('outlook.crossed', { first: first.number, second: second.number });
  return say('outlook.by', { number: first.number, question: first.question });
}

const percentOf = (part: number, whole: number): string => shareOf(lang(), part, whole);

/** What it comes to, in one sentence or two. */
export function outlookSentence(asking: Asking, { asked, answering, places, own, shares }: OutlookView): string {
  if (asked === 0) return say('outlook.nobody');
  const said = { asked: number(asked), answering: number(answering), who: whoName(lang(), asking.countUnit) };
  const whole = shares[0]?.shown === 1 ? 'outlook.whole' : 'outlook.wholeHidden';
  const first =
    places > 1 ? say('outlook.own', { ...said, percent: percentOf(own.shown, own.people) }) : say(whole, said);
  const [groups, shown] = (['groups', 'shown'] as const).map((name) =>
    shares.reduce((sum, share) => sum + (share.criteria.length > 0 ? share[name] : 0), 0),
  );
  if (groups === 0) return first;
  return `${first} ${say('outlook.groups', { groups: number(groups!), shown: number(shown!) })}`;
}

/** A warning, and what to do about it. */
export function warningSentence(asking: Asking, warning: OutlookWarning): string {
  switch (warning.code) {
    case 'units-too-small': {
      const { units, of, fewest } = warning;
      const said = { units: number(units), of: number(of), fewest };
      return say(of === 1 ? 'outlook.warn.too-few' : 'outlook.warn.units-too-small', said);
    }
    case 'own-unit-rarely-shown':
      return say('outlook.warn.own-unit-rarely-shown', { percent: percentOf(warning.percent, 100) });
    case 'breakdown-never-shown': {
      const { criteria, people, groups, least } = warning;
      const said = { name: breakdownTitle(asking, criteria), people: number(people), groups, least: number(least) };
      return say('outlook.warn.breakdown-never-shown', said);
    }
    case 'breakdown-mostly-hidden': {
      const { criteria, shown, groups, because } = warning;
      const said = { name: breakdownTitle(asking, criteria), shown: number(shown), groups: number(groups) };
      return say(`outlook.warn.breakdown-mostly-hidden.${because}`, said);
    }
    default: {
      const { question, option } = warning;
      const said = { number: questionOf(asking, question).number, option: optionOf(asking, question, option) };
      if (warning.code === 'one-category')
        return say(option === 0 ? 'outlook.warn.silent' : 'outlook.warn.one-category', said);
      const { people, least } = warning;
      const key = people === 0 ? 'outlook.warn.category-nobody' : 'outlook.warn.category-too-small';
      return say(key, { ...said, people: number(people), least });
    }
  }
}

export interface Level {
  name: string;
  shown: string;
  percent: string;
}

const nearest = ['outlook.level.top', 'outlook.level.next'] as const;

/** How deep in the organisation: the whole, what lies right below it, and so on. */
function levelName(level: number): string {
  const key = nearest[level];
  return key ? say(key) : say('outlook.level.below', { level });
}

/** The table: for each breakdown its levels, the whole first. */
export function outlookTable(asking: Asking, shares: readonly Share[]): { title: string; levels: Level[] }[] {
  const found = new Map<string, { title: string; levels: Level[] }>();
  for (const { criteria, level, groups, shown } of shares) {
    const key = criteria.join(' ');
    const rows = found.get(key) ?? { title: breakdownTitle(asking, criteria), levels: [] };
    rows.levels.push({
      name: levelName(level),
      shown: say('outlook.ofGroups', { shown: number(shown), groups: number(groups) }),
      percent: percentOf(shown, groups),
    });
    found.set(key, rows);
  }
  return [...found.values()];
}
