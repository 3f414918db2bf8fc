import type { Criterion, DraftPoint, OpinionDraft } from '@danban/critique';
import { field, secret } from '../form.ts';

/** As the field counts: a line break is one sign, not two. */
const words = (form: FormData, name: string): string => secret(form, name).replaceAll('\r\n', '\n');

const criterion = (form: FormData, one: Criterion): string => words(form, `criteria.${one}`);

function pointsIn(form: FormData): DraftPoint[] {
  return form.getAll('point').flatMap((id, at) => {
    if (typeof id !== 'string') return [];
    const clause = field(form, `points.${at}.clause`);
    return [
      {
        ...{ id, clause: clause === '' ? null : clause },
        opinion: words(form, `points.${at}.opinion`),
        reason: words(form, `points.${at}.reason`),
        wording: words(form, `points.${at}.wording`),
      },
    ];
  });
}

/** The whole form of an official opinion, as it was typed. */
export function draftIn(form: FormData): OpinionDraft {
  return {
    letterNumber: field(form, 'letterNumber'),
    letterDate: field(form, 'letterDate'),
    signer: field(form, 'signer'),
    office: field(form, 'office'),
    mandate: field(form, 'mandate'),
    form: field(form, 'form') as OpinionDraft['form'],
    metOn: field(form, 'metOn'),
    votes: {
      present: field(form, 'votes.present'),
      for: field(form, 'votes.for'),
      against: field(form, 'votes.against'),
      abstain: field(form, 'votes.abstain'),
    },
    dissent: words(form, 'dissent'),
    stance: field(form, 'stance') as OpinionDraft['stance'],
    criteria: {
      necessity: criterion(form, 'necessity'),
      conformity: criterion(form, 'conformity'),
      correctness: criterion(form, 'correctness'),
      feasibility: criterion(form, 'feasibility'),
      impact: criterion(form, 'impact'),
      harmony: criterion(form, 'harmony'),
    },
    points: pointsIn(form),
    proposals: words(form, 'proposals'),
  };
}

export const revisionIn = (form: FormData): number => Number(field(form, 'revision'));

/** `up:2`: what was pressed, and beside which point. */
export function pressedIn(form: FormData): { act: string; at: number } {
  const [act = '', at = ''] = field(form, 'act').split(':');
  return { act, at: Number(at) };
}

function swapped(points: readonly DraftPoint[], one: number, other: number): DraftPoint[] {
  const [a, b] = [points[one], points[other]];
  return a && b ? points.with(one, b).with(other, a) : [...points];
}

/** The points after one was added, moved or taken away; and where to look then. */
export function pointsAfter(
  { act, at }: { act: string; at: number },
  points: readonly DraftPoint[],
  added: DraftPoint,
): { points: DraftPoint[]; place: number } | null {
  if (act === 'add') return { points: [...points, added], place: points.length };
  if (act === 'remove') return { points: points.filter((_, index) => index !== at), place: Math.max(at - 1, 0) };
  if (act === 'up') return { points: swapped(points, at, at - 1), place: Math.max(at - 1, 0) };
  if (act === 'down') return { points: swapped(points, at, at + 1), place: Math.min(at + 1, points.length - 1) };
  return null;
}
