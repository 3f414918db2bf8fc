import { randomUUID } from 'node:crypto';
import type { OrganisationLinkView, OrganisationsView, OwnOpinionView } from '@danban/contract';
import { emptyOpinion, type OpinionDraft } from '@danban/critique';
import type { House } from '../../house.ts';
import { dayOf } from '../../organisations/index.ts';
import { bodyOf, type Desk, type Send } from '../visitor.ts';
import { place } from './drafts.ts';
import { saidBy, type OpinionSeed } from './seed.ts';

type Keys = ReadonlyMap<string, string>;

/** An organisation at its own door. */
export interface Organisation {
  /** Says of the first answer to each thing it said what the seed says. */
  judge(seed: OpinionSeed): Promise<void>;
}

/** Comes in by the link it was sent, as its page does. */
async function comeIn(house: House, send: Send, { id, url }: OrganisationLinkView) {
  const headers = { origin: house.origin, 'content-type': 'application/json' };
  const at = `/to-chuc/${id}/api`;
  const body = JSON.stringify({ secret: url });
  const entered = await send(`${at}/entry`, { method: 'POST', headers, body });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  return async (method: string, path: string, sent?: unknown): Promise<unknown> => {
    const more = sent === undefined ? {} : { body: JSON.stringify(sent) };
    return bodyOf(await send(at + path, { method, headers: { ...headers, cookie }, ...more }));
  };
}

/** Its opinion as a form says it; clauses by their keys in the first version. */
function draftOf(seed: OpinionSeed, today: string, keys: Keys): OpinionDraft {
  const { letter, votes, points, proposals } = seed;
  const remarks = Object.entries(seed.criteria).map(([one, { opinion }]) => [one, opinion] as const);
  return {
    ...emptyOpinion,
    ...{ letterNumber: letter.number, letterDate: today, signer: letter.signer, office: letter.office },
    ...{ mandate: letter.mandate, form: 'meeting', metOn: today, votes, stance: 'amend' },
    criteria: { ...emptyOpinion.criteria, ...Object.fromEntries(remarks) },
    proposals: proposals.opinion,
    points: points.map(({ clause, opinion, reason, wording }) => {
      return { id: randomUUID(), clause: clause && keys.get(place(1, clause))!, opinion, reason, wording };
    }),
  };
}

/** The union invites the organisation, which sends its official opinion. */
export async function organisationSpeaks(
  { house, send, keys }: { house: House; send: Send; keys: Keys },
  union: Desk,
  survey: string,
  seed: OpinionSeed,
): Promise<Organisation> {
  const at = `/surveys/${survey}/opinions`;
  const { suggested } = (await union.get(at)) as OrganisationsView;
  const link = (await union.post(at, { ...seed.organisation, answerBy: suggested })) as OrganisationLinkView;
  const call = await comeIn(house, send, link);
  const own = async () => (await call('GET', '/opinion')) as OwnOpinionView;
  const body = draftOf(seed, dayOf(house.clock()), keys);
  const { revision } = (await call('PUT', '/opinion', { revision: 0, body })) as { revision: number };
  await call('POST', '/opinion', { revision, notSecret: true });
  return {
    async judge(given) {
      for (const { answer } of (await own()).answers) {
        const [first] = saidBy(given).find(({ opinion }) => opinion === answer.point?.opinion)!.answers;
        if (first?.verdict) await call('POST', '/verdicts', { seq: answer.seq, ...first.verdict });
      }
    },
  };
}
