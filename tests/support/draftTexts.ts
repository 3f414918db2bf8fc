import { drafts } from '@danban/consultation/testing';
import type { DraftsView, SurveyView } from '@danban/contract';
import { freshDatabase } from './freshDatabase.ts';
import { testHouse, type TestHouse } from './house.ts';
import { readJson } from './opinions.ts';
import { setUpProvince, signedIn, type Visitor } from './staff.ts';

export const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
export const template = 'gop-y-quy-che-chi-tieu-noi-bo';
export const pasted = { text: drafts.sampleFirst, label: 'Dự thảo lần 1', datedOn: '2023-10-16', notSecret: true };

/** Whoever sends to the API of the staff pages. */
interface Sender {
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

/** A consultation with a published draft, questions on its clauses, and another version in work. */
export async function consultationIn(
  by: Sender,
  { bodyId, unitId }: { bodyId: string; unitId: string },
): Promise<SurveyView> {
  const { id } = (await (await by.send('POST', '/surveys', { template, bodyId, unitId })).json()) as SurveyView;
  const at = `/surveys/${id}/drafts`;
  await by.send('POST', `${at}/working/text`, pasted);
  const { working } = (await (await by.send('GET', at)).json()) as DraftsView;
  const { revision, label, datedOn } = working!;
  await by.send('POST', `${at}/publication`, { revision, label, datedOn });
  await by.send('POST', `${at}/questions`, { version: 1, revision: 0, grain: 'articles', comments: true });
  await by.send('POST', `${at}/working/text`, { ...pasted, text: drafts.sampleSecond, label: 'Dự thảo lần 2' });
  return (await (await by.send('GET', `/surveys/${id}`)).json()) as SurveyView;
}

/** The same with two published versions, a file beside the second, and a third one in work. */
export async function followedConsultationIn(
  by: Sender,
  where: { bodyId: string; unitId: string },
): Promise<SurveyView> {
  const survey = await consultationIn(by, where);
  const at = `/surveys/${survey.id}/drafts`;
  const { working } = (await (await by.send('GET', at)).json()) as DraftsView;
  const { revision, label, datedOn, number } = working!;
  await by.send('POST', `${at}${attaching({ number: String(number) })}`, pdf());
  await by.send('POST', `${at}/working/links/confirmation`, { revision });
  await by.send('POST', `${at}/publication`, { revision: revision + 1, label, datedOn });
  await by.send('POST', `${at}/working/text`, { ...pasted, label: 'Dự thảo lần 3' });
  return survey;
}

/** Under which link everybody reads its draft. */
export async function readingSlugOf(by: Sender, survey: string): Promise<string> {
  const { url } = (await (await by.send('GET', `/surveys/${survey}/drafts`)).json()) as DraftsView;
  return url!.split('/').at(-1)!;
}

/** A consultation that is being prepared, in a house of its own. */
export interface Consulting {
  at: TestHouse;
  admin: Visitor;
  organizer: Visitor;
  survey: SurveyView;
  api(path?: string): string;
  drafts(): Promise<DraftsView>;
  /** Pastes the sample draft; the revision of the working version. */
  paste(more?: object): Promise<number>;
  publish(): Promise<void>;
  /** Publishes one version and brings the next; the revision of that. */
  follow(): Promise<number>;
  /** Somebody has looked through the links of the version in work. */
  confirm(): Promise<Response>;
}

/** What begins and ends as a PDF does. */
export const pdf = (words = 'Thuyết minh'): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`%PDF-1.7\n% ${words}\ntrailer\n<<>>\n%%EOF\n`);
export const attaching = (more: Record<string, string> = {}): string =>
  `/attachments?${new URLSearchParams({ name: 'Thuyết minh.pdf', number: '1', notSecret: 'true', ...more }).toString()}`;

export async function consulting(): Promise<Consulting> {
  const at = await testHouse(await freshDatabase());
  const admin = await setUpProvince(at);
  const organizer = await signedIn(at.app, admin, { login: 'to.chuc', role: 'organizer', ...school });
  const created = await organizer.send('POST', '/surveys', { template, ...school });
  const survey = (await created.json()) as SurveyView;
  const api = (path = ''): string => `/surveys/${survey.id}/drafts${path}`;
  const read = () => readJson<DraftsView>(organizer, api());
  const made: Consulting = {
    ...{ at, admin, organizer, survey, api, drafts: read },
    async paste(more = {}) {
      await organizer.send('POST', api('/working/text'), { ...pasted, ...more });
      return (await read()).working!.revision;
    },
    async publish() {
      const { revision, label, datedOn } = (await read()).working!;
      await organizer.send('POST', api('/publication'), { revision, label, datedOn });
    },
    async follow() {
      await made.paste();
      await made.publish();
      return made.paste({ text: drafts.sampleSecond, label: 'Dự thảo lần 2' });
    },
    confirm: async () => {
      const { revision } = (await read()).working!;
      return organizer.send('POST', api('/working/links/confirmation'), { revision });
    },
  };
  return made;
}
