import { actCodes, detailsOf, type ActCode, type DetailsOf } from '@danban/audit';
import { actName, actSentence } from '@danban/i18n';
import { expect, test } from 'vitest';

const at = '2026-03-02T01:00:00.000Z';
const organisation = '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10';
const digest = 'ab'.repeat(32);
const roles = [{ role: 'organizer', unit: 'u1', body: 'b1' }];
const least = { unit: 5, comments: 10, sensitive: 10 };
const [opensAt, closesAt, definition] = [at, at, digest];

/** Details of every act, in each form that chooses another sentence. */
const told: { [A in ActCode]: DetailsOf<A>[] } = {
  'chain.begin': [{ format: 1, installation: 'f2b5a8a6-6c1c-4f0e-9a51-0d6c6b3f9b01' }],
  'setup.finish': [{ choice: 'empty' }, { choice: 'example' }],
  'session.sign-in': [
    { way: 'password' },
    { way: 'link' },
    { way: 'passkey' },
    { way: 'sso' },
    { by: 'code', way: 'password' },
    { by: 'recovery', way: 'password' },
  ],
  'session.sign-out': [{ everywhere: false }, { everywhere: true }],
  'session.end': [{ count: 2 }],
  'session.failures': [{ count: 2 }],
  'password.choose': [{ way: 'password' }, { way: 'link' }],
  'account.invite': [{ roles }, { roles: [] }],
  'account.link': [{ purpose: 'sign-in' }, { purpose: 'set-password' }],
  'account.roles': [{ before: roles, after: [] }],
  'account.hand-over': [{ successor: 'f2b5a8a6-6c1c-4f0e-9a51-0d6c6b3f9b01', surveys: 2, roles }],
  'account.deactivate': [{}],
  'account.activate': [{}],
  'factor.add': [{ kind: 'phone' }, { kind: 'passkey' }],
  'factor.remove': [{ kind: 'phone' }, { kind: 'passkey' }],
  'factor.recovery': [{ codes: 8 }],
  'factor.reset': [{ phone: true, passkeys: 1 }],
  'sso.link': [{ by: 'email' }, { by: 'own' }],
  'sso.unlink': [{ by: 'own' }, { by: 'admin' }],
  'rules.change': [{ adminsNeedSecondFactor: true }, { adminsNeedSecondFactor: false }],
  'urgent.contact': [{ named: true }, { named: false }],
  'urgent.test': [{ taken: true }, { taken: false }],
  'organisation.load': [{ units: 2, bodies: 1 }],
  'organisation.import': [
    { kind: 'units', added: 1, changed: 0 },
    { kind: 'bodies', added: 1, changed: 0 },
  ],
  'survey.create': [{ template: 'blank' }, { template: 'copy' }, { template: 'khao-sat-hai-long-phu-huynh' }],
  'survey.edit': [{ added: 1, removed: 0, changed: 2 }],
  'survey.remove': [{}],
  'survey.schedule': [{ opensAt, closesAt, definition }],
  'survey.unschedule': [{}],
  'survey.open': [{ closesAt, definition }],
  'survey.open-at-date': [{ closesAt, definition }],
  'survey.miss-opening': [{ opensAt }],
  'survey.extend': [{ before: at, closesAt }],
  'survey.pause': [{}],
  'survey.resume': [{}],
  'survey.raise': [{ before: least, after: least }],
  'survey.make-slips': [{ slips: 84, units: 3 }],
  'survey.void-slip': [{}],
  'survey.discard-slips': [{ slips: 84 }],
  'survey.paper': [{ before: 0, sheets: 5 }],
  'survey.cancel': [{}],
  'survey.close': [{ announced: at }],
  'survey.close-at-date': [{}],
  'survey.release': [{ checksum: digest }],
  'survey.release-interim': [{ checksum: digest, number: 1 }],
  'survey.release-correction': [{ checksum: digest, number: 3 }],
  'survey.release-refused': [{ kind: 'interim' }, { kind: 'final' }, { kind: 'correction' }],
  'survey.correct': [{ units: 2 }],
  'survey.publish': [{}],
  'survey.withdraw': [{}],
  'survey.list': [{ people: 1200, before: 0 }],
  'survey.drop-list': [{ people: 1200 }],
  'survey.print-invitations': [{ count: 300 }],
  'survey.export-invitations': [{ count: 1200 }],
  'survey.mail-invitations': [{}],
  'survey.mail-reminders': [{}],
  'survey.new-invitation': [{}],
  'survey.strike-off': [{}],
  'survey.archive': [{}],
  'survey.archive-at-date': [{}],
  'reply.assign': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.propose': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.check': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.return': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.approve': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.place': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.correct': [{ cluster: '3b1f0c52-7c1e-4c0e-9b55-2f6a1d7e8a10' }],
  'reply.publish': [{ answers: 3, last: 3, head: digest }],
  'reply.clock': [{ minDays: 7, replyDays: 10 }],
  'reply.extend': [{ until: '2026-12-01' }],
  'reply.keep': [
    { answer: 3, step: 'kept', mark: digest },
    { answer: 3, step: 'reopened', mark: digest },
  ],
  'reply.attach': [{ media: 'jpg', bytes: 40_000, file: digest }],
  'reply.confirm': [
    { answer: 3, step: 'confirmed', mark: digest, check: digest },
    { answer: 3, step: 'objected', mark: digest, check: digest },
  ],
  'calendar.change': [{ days: 2 }],
  'comment.review': [
    { decision: 'answer', masks: 2, decided: false },
    { decision: 'spam', masks: 0, decided: true },
  ],
  'comment.withdraw': [{}],
  'comment.reopen': [{}],
  'comment.hand-on': [{ decision: 'urgent_child' }],
  'draft.upload': [{ number: 1, origin: 'docx', clauses: 40, file: digest }],
  'draft.correct': [{ step: 'merge' }, { step: 'undo' }],
  'draft.discard': [{ number: 1 }],
  'draft.publish': [{ number: 1, tree: digest }],
  'draft.link': [
    { number: 2, step: 'same' },
    { number: 2, step: 'undo' },
  ],
  'draft.links': [{ number: 2, links: 76, changed: 56 }],
  'draft.attach': [{ number: 2, media: 'pdf', bytes: 40_000, file: digest }],
  'draft.detach': [{ number: 2, media: 'pdf' }],
  'opinion.invite': [{ organisation }],
  'opinion.change': [{ organisation }],
  'opinion.link': [
    { organisation, step: 'renew' },
    { organisation, step: 'revoke' },
  ],
  'opinion.uninvite': [{ organisation }],
  'opinion.send': [{ organisation, number: 1, opinion: digest }],
  'opinion.verdict': [{ organisation, answer: 3, verdict: digest }],
  'comment.cluster': [{ step: 'merge' }, { step: 'undo' }],
  'comment.publish': [{ checksum: digest }],
  'comment.take-back': [{}],
  'comment.export': [{ format: 'csv' }],
  'reply.evidence': [{ checksum: digest }],
  'results.export': [{ format: 'csv' }, { format: 'json' }, { format: 'xlsx' }, { format: 'docx' }],
  'audit.package': [{ number: 1 }],
  'audit.export': [{ format: 'csv', filtered: true }],
};

const names = { u1: 'Trường THPT Sông Ninh', b1: 'Công đoàn', 'f2b5a8a6-6c1c-4f0e-9a51-0d6c6b3f9b01': 'Hoa' };
const actor = { name: 'Lan', role: 'organizer', body: 'Công đoàn' };

const cases = actCodes.flatMap((act) => told[act].map((details) => [act, details] as const));

test.each(cases)('%s %j is a whole sentence in both languages, its own and not its code', (act, details) => {
  for (const lang of ['vi', 'en'] as const) {
    const said = actSentence(lang, { actor, act, object: { name: 'Bữa ăn' }, details: detailsOf(act, details) }, names);
    expect(said).toMatch(/^[^{}]+\.$/);
    expect(said).not.toMatch(/undefined|object Object|T01:00/);
    expect(said).not.toContain(act);
    expect(actName(lang, act)).not.toBe(act);
  }
});

/** What was downloaded as which kind of file, and which kind of release was refused, matters to nobody who reads the log. */
const alike = ['survey.release-refused', 'results.export'];

test('what depends on a detail is told apart', () => {
  const sentences = cases.map(([act, details]) =>
    actSentence('vi', { actor, act, object: { name: 'x' }, details }, names),
  );
  const same = cases.flatMap(([act], i) => (sentences.indexOf(sentences[i]!) === i ? [] : [act]));
  expect([...new Set(same)]).toEqual(alike);
});

test('names are words and nothing else: what looks like a place to be filled in stays as it is written', () => {
  const name = '{who} {object} <b>x</b>';
  const read = { actor: { ...actor, name }, act: 'survey.pause', object: { name }, details: {} };
  expect(actSentence('vi', read)).toBe(
    '{who} {object} <b>x</b> (Người tổ chức, Công đoàn) đã tạm dừng khảo sát “{who} {object} <b>x</b>”.',
  );
});

test('an act of a later version is named by its code', () => {
  const read = { actor: null, act: 'ballot.open', object: { name: 'Bầu' }, details: { round: 2 } };
  expect(actSentence('vi', read)).toBe('Hệ thống: việc “ballot.open”, đối tượng “Bầu”.');
});
