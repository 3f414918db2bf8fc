import type { Grant, Role } from './roles.ts';
import { hasFigures, hasResults, type Where } from './where.ts';

/** What is done to one instrument, from writing it to keeping what was promised. */
const actsOnInstruments = [
  'survey.create',
  'survey.read',
  'survey.edit',
  'survey.remove',
  'survey.preview',
  'survey.open',
  'survey.schedule',
  'survey.extend',
  'survey.pause',
  'survey.raise',
  'survey.slips',
  'survey.close',
  'survey.cancel',
  'survey.publish',
  'survey.correct',
  'survey.archive',
  'survey.roster',
  'draft.read',
  'draft.edit',
  'draft.publish',
  'opinions.read',
  'opinions.manage',
  'comments.moderate',
  'comments.publish',
  'replies.read',
  'replies.assign',
  'replies.propose',
  'replies.check',
  'replies.approve',
  'replies.publish',
  'replies.clock',
  'replies.keep',
  'replies.confirm',
] as const;

export const acts = [
  ...actsOnInstruments,
  'results.read',
  'accounts.manage',
  'organisation.manage',
  'settings.manage',
  'audit.read',
  'audit.survey',
  'audit.package',
] as const;
export type Act = (typeof acts)[number];

/** Whether one grant, already known to cover the place, is enough for the act. */
type Rule = (grant: Grant, where: Where) => boolean;

const admin: Rule = (grant) => grant.role === 'admin';

const organizer: Rule = (grant, where) =>
  grant.role === 'organizer' && grant.bodyId !== null && grant.bodyId === where.bodyId;

/** Who writes drafts for the units she was asked for, beside who asks for opinions on them. */
const drafter: Rule = (grant, where) => grant.role === 'drafter' || organizer(grant, where);

/** Organisations speak by name and to everybody who has a part in the draft: what they sent waits for no release. */
const hearers: ReadonlySet<Role> = new Set<Role>(['leader', 'inspector']);
const hearer: Rule = (grant, where) => hearers.has(grant.role) || drafter(grant, where);

const readers: ReadonlySet<Role> = new Set<Role>(['leader', 'inspector', 'collector']);

/** Nobody reads before release. The administrator is no reader: she runs the house, the figures are not hers. */
const reader: Rule = (grant, where) => hasFigures(where) && (readers.has(grant.role) || organizer(grant, where));

/** Opinions are there to be read once they are counted: by who was asked to read them, and by who asked for them. */
const moderator: Rule = (grant, where) =>
  hasResults(where.state) && (grant.role === 'moderator' || organizer(grant, where));

/** Answers are made of opinions that were counted. */
const counted =
  (rule: Rule): Rule =>
  (grant, where) =>
    hasResults(where.state) && rule(grant, where);

/** Who asked supervises how it is answered, and so does who was asked to read (Law 10/2022/QH15: the union supervises). */
const checker: Rule = (grant, where) => grant.role === 'moderator' || organizer(grant, where);

const leader: Rule = (grant) => grant.role === 'leader';

/** Everybody who has a part in an answer. */
const replier: Rule = (grant, where) => drafter(grant, where) || checker(grant, where) || leader(grant, where);

/** What staff did is seen by who runs the house and by the board that watches over it. */
const watcher: Rule = (grant) => grant.role === 'admin' || grant.role === 'inspector';

/** The board looks over how one instrument went, and reads no answer of anybody (Law 10/2022/QH15, articles 60-63). */
const inspector: Rule = (grant) => grant.role === 'inspector';

/** The board checks the whole of what is published; whoever runs the house is who it checks. */
const auditor: Rule = (grant, where) => inspector(grant, where) && where.published === true;

/** A closed list: an act that is not named here does not exist. */
const ruleOf: Readonly<Record<Act, Rule>> = {
  'survey.create': organizer,
  'survey.read': organizer,
  'survey.edit': organizer,
  'survey.remove': organizer,
  'survey.preview': organizer,
  'survey.open': organizer,
  'survey.schedule': organizer,
  'survey.extend': organizer,
  'survey.pause': organizer,
  'survey.raise': organizer,
  'survey.slips': organizer,
  'survey.close': organizer,
  'survey.cancel': organizer,
  'survey.publish': organizer,
  'survey.correct': organizer,
  'survey.archive': organizer,
  'survey.roster': organizer,
  'draft.read': drafter,
  'draft.edit': drafter,
  'draft.publish': organizer,
  'opinions.read': hearer,
  'opinions.manage': organizer,
  'comments.moderate': moderator,
  'comments.publish': organizer,
  'replies.read': counted(replier),
  'replies.assign': counted(organizer),
  'replies.propose': counted(drafter),
  'replies.check': counted(checker),
  'replies.approve': counted(leader),
  'replies.publish': counted(organizer),
  'replies.clock': organizer,
  'replies.keep': counted(drafter),
  'replies.confirm': counted(inspector),
  'results.read': reader,
  'accounts.manage': admin,
  'organisation.manage': admin,
  'settings.manage': admin,
  'audit.read': watcher,
  'audit.survey': inspector,
  'audit.package': auditor,
};

function covers(grant: Grant, where: Where): boolean {
  return where.unitPath.includes(grant.unitId);
}

/** Whether this grant alone lets the act happen there. */
export function allows(grant: Grant, act: Act, where: Where): boolean {
  return covers(grant, where) && ruleOf[act](grant, where);
}

/** The person an instrument judges never acts on it, whatever roles she holds. */
export const closedToTheJudged: ReadonlySet<Act> = new Set<Act>([...actsOnInstruments, 'audit.survey']);
