import { describe, expect, test } from 'vitest';
import {
  acts,
  can,
  hasResults,
  judgedIn,
  mayNot,
  roles,
  states,
  type Act,
  type Grant,
  type Person,
  type Role,
  type Where,
} from './index.ts';

const here: Where = { unitPath: ['school', 'district', 'province'], bodyId: 'union', judged: null, state: 'open' };
const released: Where = { ...here, state: 'released' };
const published: Where = { ...released, published: true };

function person(...grants: Grant[]): Person {
  return { id: 'p', name: 'Lan', grants };
}
function holding(role: Role, unitId = 'school', bodyId: string | null = 'union'): Person {
  return person({ role, unitId, bodyId });
}
function rolesThatMay(act: Act, where: Where): Role[] {
  return roles.filter((role) => can(holding(role), act, where));
}

const surveyActs = acts.filter((act) => act.startsWith('survey.'));
const houseActs = ['accounts.manage', 'organisation.manage', 'settings.manage'] as const;

describe('the table of rights', () => {
  const whileOpen: Record<Act, Role[]> = {
    'survey.create': ['organizer'],
    'survey.read': ['organizer'],
    'survey.edit': ['organizer'],
    'survey.preview': ['organizer'],
    'survey.remove': ['organizer'],
    'survey.schedule': ['organizer'],
    'survey.pause': ['organizer'],
    'survey.raise': ['organizer'],
    'survey.slips': ['organizer'],
    'survey.cancel': ['organizer'],
    'survey.archive': ['organizer'],
    'survey.roster': ['organizer'],
    'survey.open': ['organizer'],
    'survey.extend': ['organizer'],
    'survey.close': ['organizer'],
    'survey.publish': ['organizer'],
    'survey.correct': ['organizer'],
    'draft.read': ['organizer', 'drafter'],
    'draft.edit': ['organizer', 'drafter'],
    'draft.publish': ['organizer'],
    'opinions.read': ['organizer', 'drafter', 'leader', 'inspector'],
    'opinions.manage': ['organizer'],
    'comments.moderate': [],
    'comments.publish': ['organizer'],
    'replies.read': [],
    'replies.assign': [],
    'replies.propose': [],
    'replies.check': [],
    'replies.approve': [],
    'replies.publish': [],
    'replies.clock': ['organizer'],
    'replies.keep': [],
    'replies.confirm': [],
    'results.read': [],
    'accounts.manage': ['admin'],
    'organisation.manage': ['admin'],
    'settings.manage': ['admin'],
    'audit.read': ['admin', 'inspector'],
    'audit.survey': ['inspector'],
    'audit.package': [],
  };
  test.each(acts)('%s is for exactly these roles', (act) => {
    expect(rolesThatMay(act, here)).toEqual(whileOpen[act]);
  });

  test('nobody reads results before release', () => {
    for (const state of states.filter((one) => !hasResults(one))) {
      expect(rolesThatMay('results.read', { ...here, state, published: true })).toEqual([]);
    }
  });

  test('figures of a day before the close are read as results are, and published nowhere', () => {
    const interim: Where = { ...here, released: true, published: true };
    expect(rolesThatMay('results.read', interim)).toEqual(['organizer', 'leader', 'inspector', 'collector']);
  });

  test('released results are read by the organizer, the leader, the inspector and the collector', () => {
    expect(rolesThatMay('results.read', released)).toEqual(['organizer', 'leader', 'inspector', 'collector']);
  });

  test('opinions that were counted are answered by who writes, checked by who asked, approved by who leads', () => {
    expect(rolesThatMay('replies.read', released)).toEqual(['organizer', 'drafter', 'leader', 'moderator']);
    expect(rolesThatMay('replies.assign', released)).toEqual(['organizer']);
    expect(rolesThatMay('replies.propose', released)).toEqual(['organizer', 'drafter']);
    expect(rolesThatMay('replies.check', released)).toEqual(['organizer', 'moderator']);
    expect(rolesThatMay('replies.approve', released)).toEqual(['leader']);
    expect(rolesThatMay('replies.publish', released)).toEqual(['organizer']);
    expect(rolesThatMay('replies.keep', released)).toEqual(['organizer', 'drafter']);
    expect(rolesThatMay('replies.confirm', released)).toEqual(['inspector']);
  });

  test('published results are taken along by the inspector alone, with what everybody may check and credentials', () => {
    expect(rolesThatMay('audit.package', published)).toEqual(['inspector']);
    expect(rolesThatMay('audit.package', released)).toEqual([]);
  });

  test('published results are read by everyone', () => {
    expect(rolesThatMay('results.read', published)).toEqual([...roles]);
    expect(can(person(), 'results.read', published)).toBe(true);
  });

  test('a person without a grant may do nothing else', () => {
    for (const act of acts) expect(mayNot(person(), act, released)).toBe('not-allowed');
  });
});

describe('scope', () => {
  test.each(acts)('%s: a grant on the unit or on a unit above it counts, on another unit it does not', (act) => {
    const ofSurvey = ['survey.', 'draft.', 'opinions.', 'comments.', 'replies.', 'results.read'].some((start) =>
      act.startsWith(start),
    );
    const ofOrganizer: Role = ofSurvey ? 'organizer' : 'admin';
    const special: Partial<Record<Act, Role>> = {
      'replies.approve': 'leader',
      'replies.confirm': 'inspector',
      'audit.survey': 'inspector',
      'audit.package': 'inspector',
    };
    const role = special[act] ?? ofOrganizer;
    const where = act === 'audit.package' ? published : released;
    for (const unitId of here.unitPath) expect(can(holding(role, unitId), act, where)).toBe(true);
    expect(mayNot(holding(role, 'other-school'), act, released)).toBe('not-allowed');
  });

  test('an organizer acts only for her own body', () => {
    for (const act of surveyActs) {
      expect(can(holding('organizer', 'school', 'front'), act, here)).toBe(false);
      expect(can(holding('organizer', 'school', null), act, { ...here, bodyId: null })).toBe(false);
    }
  });

  test('two grants do not add up to a third: body of the one, unit of the other', () => {
    const two = person(
      { role: 'organizer', unitId: 'other-school', bodyId: 'union' },
      { role: 'organizer', unitId: 'school', bodyId: 'front' },
    );
    for (const act of surveyActs) expect(can(two, act, here)).toBe(false);
  });

  test('a leader reads the row of her own school in a survey of the whole province', () => {
    const leader = holding('leader', 'school', null);
    expect(can(leader, 'results.read', released)).toBe(true);
    expect(can(leader, 'results.read', { ...released, unitPath: ['district', 'province'] })).toBe(false);
    expect(can(leader, 'results.read', { ...released, unitPath: ['other-school', 'district', 'province'] })).toBe(
      false,
    );
  });
});

describe('the leader who is judged', () => {
  const judged: Where = { ...here, judged: judgedIn('evaluation', 'school') };
  const leads: Grant = { role: 'leader', unitId: 'school', bodyId: null };
  const organizes: Grant = { role: 'organizer', unitId: 'school', bodyId: 'union' };

  test.each(surveyActs)('%s is closed to her, even when she is the organizer', (act) => {
    expect(mayNot(person(organizes, leads), act, judged)).toBe('judged-leader');
    expect(mayNot(person(leads, organizes, { ...leads, role: 'admin' }), act, judged)).toBe('judged-leader');
    expect(can(person(organizes), act, judged)).toBe(true);
  });

  test('she reads the results after release like every leader', () => {
    expect(can(person(leads), 'results.read', { ...judged, state: 'released' })).toBe(true);
    expect(can(person(leads), 'results.read', { ...judged, state: 'closed' })).toBe(false);
  });

  test('the leader of the unit above is not the one who is judged', () => {
    expect(can(person(organizes, { ...leads, unitId: 'district' }), 'survey.close', judged)).toBe(true);
  });

  test('she keeps the house if she is its administrator', () => {
    for (const act of houseActs) expect(can(person(leads, { ...leads, role: 'admin' }), act, judged)).toBe(true);
  });

  test('only an evaluation judges: a satisfaction survey of the school does not judge its head', () => {
    expect(judgedIn('survey', 'school')).toBeNull();
    expect(judgedIn('survey', 'school', true)).toEqual(judgedIn('evaluation', 'school'));
    const where = { ...here, judged: judgedIn('survey', 'school') };
    expect(can(person(organizes, leads), 'survey.open', where)).toBe(true);
  });
});

describe('who looks into whether promises are kept', () => {
  const inspects: Grant = { role: 'inspector', unitId: 'school', bodyId: null };
  const organizes: Grant = { role: 'organizer', unitId: 'school', bodyId: 'union' };

  test('is nobody who may say that they are, or who lets them go out, whatever else she is', () => {
    const others: Grant[] = [organizes, { ...inspects, role: 'drafter' }, { ...inspects, role: 'leader' }];
    for (const other of others) {
      expect(mayNot(person(inspects, other), 'replies.confirm', released)).toBe('promises-here');
      expect(can(person(inspects, { ...other, unitId: 'other-school' }), 'replies.confirm', released)).toBe(true);
    }
    expect(can(person(inspects), 'replies.confirm', released)).toBe(true);
  });
});

describe('who reads written opinions before they are masked', () => {
  const moderates: Grant = { role: 'moderator', unitId: 'district', bodyId: null };
  const large: Where = { ...released, eligible: 20 };
  const small: Where = { ...released, eligible: 19 };

  test('a moderator and the organizer, once they are counted; nobody else and not before', () => {
    expect(rolesThatMay('comments.moderate', large)).toEqual(['organizer', 'moderator']);
    for (const state of states.filter((one) => !hasResults(one))) {
      expect(rolesThatMay('comments.moderate', { ...large, state })).toEqual([]);
    }
  });

  test('a leader of the unit, or of one above it, does not, whatever roles she holds', () => {
    for (const unitId of large.unitPath) {
      const leads: Grant = { role: 'leader', unitId, bodyId: null };
      expect(mayNot(person(moderates, leads), 'comments.moderate', large)).toBe('leads-this-unit');
    }
    const elsewhere: Grant = { role: 'leader', unitId: 'other-school', bodyId: null };
    expect(can(person(moderates, elsewhere), 'comments.moderate', large)).toBe(true);
  });

  test('where fewer than twenty may answer the moderator is from another unit', () => {
    expect(mayNot(holding('moderator'), 'comments.moderate', small)).toBe('moderator-from-here');
    expect(mayNot(holding('organizer'), 'comments.moderate', small)).toBe('moderator-from-here');
    expect(can(holding('moderator'), 'comments.moderate', large)).toBe(true);
    expect(can(person(moderates), 'comments.moderate', small)).toBe(true);
    const both = person(moderates, { role: 'collector', unitId: 'school', bodyId: null });
    expect(mayNot(both, 'comments.moderate', small)).toBe('moderator-from-here');
  });
});
