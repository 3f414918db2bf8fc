import type { DraftsView, OrganisationLinkView, OrganisationsView, OwnOpinionView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { Hono } from 'hono';
import { consulting, type Consulting } from './draftTexts.ts';
import { origin } from './house.ts';
import { readJson } from './opinions.ts';

const day = 24 * 3_600_000;

/** A browser at the organisations' door: keeps the cookie of its page, sends its Origin. */
export interface Organisation {
  id: string;
  url: string;
  secret: string;
  cookie: string;
  /** Whatever set the cookie last said of it. */
  attributes: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  own(): Promise<OwnOpinionView>;
}

type Ready = Uint8Array<ArrayBuffer>;

export function organisationAt(app: Hono, { id, url }: OrganisationLinkView): Organisation {
  const one: Organisation = {
    ...{ id, url, secret: url.split('#')[1]!, cookie: '', attributes: '' },
    async send(method, path, body, more = {}) {
      const isFile = body instanceof Uint8Array;
      const type = isFile ? 'application/octet-stream' : 'application/json';
      const headers = {
        ...{ origin, 'content-type': type },
        ...(one.cookie === '' ? {} : { cookie: one.cookie }),
        ...more,
      };
      const sent = method === 'GET' ? {} : { body: isFile ? (body as Ready) : JSON.stringify(body ?? {}) };
      const response = await app.request(`/to-chuc/${id}/api${path}`, { method, headers, ...sent });
      const given = response.headers.get('set-cookie');
      if (given !== null) {
        one.cookie = given.split(';')[0]!;
        one.attributes = given;
      }
      return response;
    },
    own: async () => (await (await one.send('GET', '/opinion')).json()) as OwnOpinionView,
  };
  return one;
}

export const about = { name: 'Ủy ban MTTQ Việt Nam xã Sông Ninh', kind: 'front', contact: 'Anh Bình, 0912' } as const;

/** An organisation that is invited to this consultation, by whoever organizes it. */
export async function invitedIn(
  by: { send(method: string, path: string, body?: unknown): Promise<Response> },
  survey: string,
  more: object = {},
): Promise<OrganisationLinkView> {
  const at = `/surveys/${survey}/opinions`;
  const { suggested } = (await (await by.send('GET', at)).json()) as OrganisationsView;
  return (await (await by.send('POST', at, { ...about, answerBy: suggested, ...more })).json()) as OrganisationLinkView;
}

/** An open consultation on a published draft, in a house of its own. */
export async function consultationOpen(): Promise<Consulting & { invite(more?: object): Promise<Organisation> }> {
  const made = await consulting();
  const { organizer, survey, api, at } = made;
  await made.paste();
  await made.publish();
  await organizer.send('POST', api('/questions'), { version: 1, revision: 0, grain: 'articles', comments: true });
  const { definition, revision } = await readJson<SurveyView>(organizer, `/surveys/${survey.id}`);
  await organizer.send('PUT', `/surveys/${survey.id}`, {
    definition: { ...(definition as Definition), door: 'open_link' },
    revision,
  });
  const closesAt = new Date(at.house.clock().getTime() + 20 * day).toISOString();
  const opened = await organizer.send('POST', `/surveys/${survey.id}/open`, { closesAt });
  if (opened.status !== 200) throw new Error(await opened.text());
  const answerBy = new Date(at.house.clock().getTime() + 10 * day).toISOString().slice(0, 10);
  return {
    ...made,
    async invite(more = {}) {
      const answer = await organizer.send('POST', `/surveys/${survey.id}/opinions`, { ...about, answerBy, ...more });
      if (answer.status !== 201) throw new Error(await answer.text());
      const one = organisationAt(at.app, (await answer.json()) as OrganisationLinkView);
      await one.send('POST', '/entry', { secret: one.url });
      return one;
    },
  };
}

export type OpenConsultation = Awaited<ReturnType<typeof consultationOpen>>;

/** Where an opinion is written. */
type Asked = Pick<Consulting, 'organizer' | 'api' | 'at'>;

/** A whole opinion on the first articles of the sample draft. */
export async function wholeOpinion(made: Asked) {
  const { url } = await readJson<DraftsView>(made.organizer, made.api());
  const slug = url!.split('/').at(-1)!;
  const draft = (await (await made.at.app.request(`/api/c/${slug}`)).json()) as {
    version: { clauses: { key: string; path: string }[] };
  };
  const key = (path: string) => draft.version.clauses.find((one) => one.path === path)!.key;
  const today = made.at.house.clock().toISOString().slice(0, 10);
  const words = { reason: 'Giá xăng đã tăng.', wording: 'Khoán theo số ki-lô-mét.' };
  return {
    ...{ letterNumber: '12/CV-MTTQ', letterDate: today, signer: 'Trần Văn Bình', office: 'Chủ tịch' },
    ...{ mandate: 'Ban Thường trực', form: 'meeting', metOn: today, dissent: '', stance: 'amend', proposals: '' },
    votes: { present: '45', for: '40', against: '3', abstain: '2' },
    criteria: { necessity: 'Cần thiết.', conformity: '', correctness: '', feasibility: '', impact: '', harmony: '' },
    points: [
      { id: '0b7a3a6e-0a53-4d0e-9c53-3c1f7a6e1d01', clause: key('dieu-8'), opinion: 'Nên khoán xăng xe.', ...words },
      { id: '0b7a3a6e-0a53-4d0e-9c53-3c1f7a6e1d02', clause: null, opinion: 'Nên có phụ lục.', reason: '', wording: '' },
    ],
  };
}

/** Writes it and sends it; the answer to sending. */
export async function sendWhole(made: Asked, one: Organisation, more: object = {}): Promise<Response> {
  const body = { ...(await wholeOpinion(made)), ...more };
  const { revision } = (await one.own()).draft;
  const saved = await one.send('PUT', '/opinion', { revision, body });
  if (saved.status !== 200) return saved;
  const after = (await saved.json()) as { revision: number };
  return one.send('POST', '/opinion', { revision: after.revision, notSecret: true });
}
