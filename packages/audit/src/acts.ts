import { z } from 'zod';

/** What an act can be done to. A person who answers is none of these. */
export const objectKinds = ['installation', 'organisation', 'account', 'survey'] as const;
export type ObjectKind = (typeof objectKinds)[number];

const code = z.string().regex(/^[a-z][a-z_-]{0,39}$/);
const id = z.string().min(1).max(100);
const count = z.int().nonnegative();
const instant = z.iso.datetime();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const roles = z.array(z.strictObject({ role: code, unit: id, body: id.nullable() })).max(200);
const least = z.strictObject({ unit: count, comments: count, sensitive: count });
const way = z.enum(['password', 'link', 'passkey', 'sso']);
const factor = z.enum(['phone', 'passkey']);
const nothing = z.strictObject({});

/** An act's object and the only fields its details may carry: codes, ids, counts, times. Never free text, never a person. */
const act = <K extends ObjectKind, D extends z.ZodType>(object: K, details: D) => ({ object, details });

/**
 * Every act that is recorded, as a closed list. A code never changes its meaning; a feature that brings a new act adds
 * its line here, its sentence in `@danban/i18n` under `act.<code>`, and calls `record` in the transaction of the act.
 */
export const acts = {
  'chain.begin': act('installation', z.strictObject({ format: z.literal(1), installation: z.uuid() })),
  'setup.finish': act('installation', z.strictObject({ choice: z.enum(['empty', 'example']) })),

  'session.sign-in': act('account', z.strictObject({ by: z.exactOptional(z.enum(['code', 'recovery'])), way })),
  'session.sign-out': act('account', z.strictObject({ everywhere: z.boolean() })),
  'session.end': act('account', z.strictObject({ count })),
  'session.failures': act('installation', z.strictObject({ count })),
  'password.choose': act('account', z.strictObject({ way: z.enum(['password', 'link']) })),
  'factor.add': act('account', z.strictObject({ kind: factor })),
  'factor.remove': act('account', z.strictObject({ kind: factor })),
  'factor.recovery': act('account', z.strictObject({ codes: count })),
  'factor.reset': act('account', z.strictObject({ phone: z.boolean(), passkeys: count })),
  'sso.link': act('account', z.strictObject({ by: z.enum(['email', 'own']) })),
  'sso.unlink': act('account', z.strictObject({ by: z.enum(['own', 'admin']) })),
  'rules.change': act('installation', z.strictObject({ adminsNeedSecondFactor: z.boolean() })),

  'urgent.contact': act('installation', z.strictObject({ named: z.boolean() })),
  'urgent.test': act('installation', z.strictObject({ taken: z.boolean() })),

  'account.invite': act('account', z.strictObject({ roles })),
  'account.link': act('account', z.strictObject({ purpose: z.enum(['sign-in', 'set-password']) })),
  'account.roles': act('account', z.strictObject({ before: roles, after: roles })),
  'account.hand-over': act('account', z.strictObject({ successor: z.uuid(), surveys: count, roles })),
  'account.deactivate': act('account', nothing),
  'account.activate': act('account', nothing),

  'organisation.load': act('organisation', z.strictObject({ units: count, bodies: count })),
  'organisation.import': act(
    'organisation',
    z.strictObject({ kind: z.enum(['units', 'bodies']), added: count, changed: count }),
  ),

  'survey.create': act('survey', z.strictObject({ template: id })),
  'survey.edit': act('survey', z.strictObject({ added: count, removed: count, changed: count })),
  'survey.remove': act('survey', nothing),
  'survey.schedule': act('survey', z.strictObject({ opensAt: instant, closesAt: instant, definition: digest })),
  'survey.unschedule': act('survey', nothing),
  'survey.open': act('survey', z.strictObject({ closesAt: instant, definition: digest })),
  'survey.open-at-date': act('survey', z.strictObject({ closesAt: instant, definition: digest })),
  'survey.miss-opening': act('survey', z.strictObject({ opensAt: instant })),
  'survey.extend': act('survey', z.strictObject({ before: instant, closesAt: instant })),
  'survey.pause': act('survey', nothing),
  'survey.resume': act('survey', nothing),
  'survey.raise': act('survey', z.strictObject({ before: least, after: least })),
  'survey.make-slips': act('survey', z.strictObject({ slips: count, units: count })),
  // Whatever came of it: a line that told would say whether a slip had been used.
  'survey.void-slip': act('survey', nothing),
  'survey.discard-slips': act('survey', z.strictObject({ slips: count })),
  'survey.paper': act('survey', z.strictObject({ before: count, sheets: count })),
  'survey.cancel': act('survey', nothing),
  'survey.close': act('survey', z.strictObject({ announced: instant })),
  'survey.close-at-date': act('survey', nothing),
  'survey.release': act('survey', z.strictObject({ checksum: digest })),
  'survey.release-interim': act('survey', z.strictObject({ checksum: digest, number: count })),
  'survey.release-correction': act('survey', z.strictObject({ checksum: digest, number: count })),
  'survey.release-refused': act('survey', z.strictObject({ kind: z.enum(['interim', 'final', 'correction']) })),
  'survey.correct': act('survey', z.strictObject({ units: count })),
  'survey.publish': act('survey', nothing),
  'survey.withdraw': act('survey', nothing),
  'survey.archive': act('survey', nothing),
  'survey.archive-at-date': act('survey', nothing),

  'survey.list': act('survey', z.strictObject({ people: count, before: count })),
  'survey.drop-list': act('survey', z.strictObject({ people: count })),
  'survey.print-invitations': act('survey', z.strictObject({ count })),
  'survey.export-invitations': act('survey', z.strictObject({ count })),
  'survey.mail-invitations': act('survey', nothing),
  'survey.mail-reminders': act('survey', nothing),
  'survey.new-invitation': act('survey', nothing),
  'survey.strike-off': act('survey', nothing),

  'draft.upload': act(
    'survey',
    z.strictObject({
      number: count,
      origin: z.enum(['docx', 'markdown', 'plain', 'paste']),
      clauses: count,
      file: digest,
    }),
  ),
  'draft.correct': act('survey', z.strictObject({ step: code })),
  'draft.discard': act('survey', z.strictObject({ number: count })),
  'draft.publish': act('survey', z.strictObject({ number: count, tree: digest })),
  'draft.link': act('survey', z.strictObject({ number: count, step: code })),
  'draft.links': act('survey', z.strictObject({ number: count, links: count, changed: count })),
  'draft.attach': act('survey', z.strictObject({ number: count, media: code, bytes: count, file: digest })),
  'draft.detach': act('survey', z.strictObject({ number: count, media: code })),

  'opinion.invite': act('survey', z.strictObject({ organisation: z.uuid() })),
  'opinion.change': act('survey', z.strictObject({ organisation: z.uuid() })),
  'opinion.link': act('survey', z.strictObject({ organisation: z.uuid(), step: z.enum(['renew', 'revoke']) })),
  'opinion.uninvite': act('survey', z.strictObject({ organisation: z.uuid() })),
  // Done by an organisation, which has no account here.
  'opinion.send': act('survey', z.strictObject({ organisation: z.uuid(), number: count, opinion: digest })),
  'opinion.verdict': act('survey', z.strictObject({ organisation: z.uuid(), answer: count, verdict: digest })),

  'comment.review': act('survey', z.strictObject({ decision: code, masks: count, decided: z.boolean() })),
  'comment.withdraw': act('survey', nothing),
  'comment.reopen': act('survey', nothing),
  'comment.hand-on': act('survey', z.strictObject({ decision: code })),
  'comment.cluster': act('survey', z.strictObject({ step: code })),
  'comment.publish': act('survey', z.strictObject({ checksum: digest })),
  'comment.take-back': act('survey', nothing),
  'comment.export': act('survey', z.strictObject({ format: z.enum(['csv', 'json']) })),
  'reply.assign': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.propose': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.check': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.return': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.approve': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.place': act('survey', z.strictObject({ cluster: z.uuid() })),
  'reply.correct': act('survey', z.strictObject({ cluster: z.uuid() })),
  // The end of the chain of answers is noted in this one, so that nobody shortens it unseen.
  'reply.publish': act('survey', z.strictObject({ answers: count, last: count, head: digest })),
  'reply.evidence': act('survey', z.strictObject({ checksum: digest })),
  'reply.clock': act('survey', z.strictObject({ minDays: count, replyDays: count })),
  'reply.extend': act('survey', z.strictObject({ until: z.iso.date() })),
  'reply.keep': act('survey', z.strictObject({ answer: count, step: code, mark: digest })),
  'reply.attach': act('survey', z.strictObject({ media: code, bytes: count, file: digest })),
  'reply.confirm': act('survey', z.strictObject({ answer: count, step: code, mark: digest, check: digest })),
  'calendar.change': act('installation', z.strictObject({ days: count })),
  'results.export': act('survey', z.strictObject({ format: z.enum(['csv', 'json', 'xlsx', 'docx']) })),
  'audit.package': act('survey', z.strictObject({ number: count })),
  'audit.export': act('installation', z.strictObject({ format: z.enum(['csv', 'jsonl']), filtered: z.boolean() })),
} as const;

export type ActCode = keyof typeof acts;
export type DetailsOf<A extends ActCode> = z.infer<(typeof acts)[A]['details']>;

export const actCodes = Object.keys(acts) as ActCode[];

/** Whether a text, from a query or an older file, names an act of the list. */
export function isActCode(text: string): text is ActCode {
  return Object.hasOwn(acts, text);
}

/** The details of an act with nothing in them but what the list allows. Throws ZodError for anything else. */
export function detailsOf<A extends ActCode>(code: A, details: DetailsOf<A>): DetailsOf<A> {
  return acts[code].details.parse(details) as DetailsOf<A>;
}
