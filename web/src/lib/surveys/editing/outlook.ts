import { POLICY } from '@danban/disclosure';
import type { Definition } from '@danban/survey';
import { number, say } from '../../i18n.ts';

/** What a plan comes to with so many people asked, in a few sentences: what may be shown at all, and how small groups are. */
export function planOutlook({ plan, questions, thresholds }: Definition, eligible: number | null): string[] {
  if (!plan || plan.breakdowns.length === 0) return [];
  if (eligible === null) return [say('plan.outlook.unknown', POLICY.ladder)];
  const people = number(eligible);
  const { oneDimension, allDimensions, crossed } = POLICY.ladder;
  if (eligible < oneDimension) return [say('plan.outlook.none', { people, least: oneDimension })];
  const shown = eligible < allDimensions ? plan.breakdowns.slice(0, 1) : plan.breakdowns;
  const later =
    shown.length < plan.breakdowns.length ? [say('plan.outlook.first', { people, least: allDimensions })] : [];
  const pairs =
    plan.crossed?.length && eligible < crossed ? [say('plan.outlook.crossed', { people, least: crossed })] : [];
  const least = Math.max(thresholds.unit, POLICY.thresholds.breakdown);
  const small = shown.flatMap((id) => {
    const at = questions.findIndex((question) => question.id === id);
    const question = questions[at];
    const groups = question && 'options' in question ? question.options.length : 0;
    const each = Math.floor(eligible / Math.max(1, groups));
    return each < 2 * least ? [say('plan.outlook.small', { number: at + 1, groups, each, least })] : [];
  });
  return [...later, ...pairs, ...small];
}
