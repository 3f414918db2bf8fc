import { sql } from 'kysely';
import type { PageView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { databaseOf } from './databaseOf.ts';
import type { ExampleLinks, Product } from './product.ts';

/** A browser on the staff pages of a running product, in one person's name. */
export interface Desk {
  /** The header a browser would send to staff pages. */
  cookie: string;
  /** The same for a browser that is to be signed in. */
  session: { name: string; value: string; domain: string; path: string };
  send(method: string, path: string, body?: unknown): Promise<Response>;
  survey(id: string): Promise<SurveyView>;
  /** The newest that stands there, of this kind, and asks nobody again. */
  surveyIn(state: SurveyView['state'], kind?: Definition['kind']): Promise<SurveyView>;
}

const isFile = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;
const typeOf = (body: unknown): string => (isFile(body) ? 'application/octet-stream' : 'application/json');

/** Comes in by the link of the example for this person; it works once. */
export function deskOf(product: Product, who: keyof ExampleLinks['signIn']): Promise<Desk> {
  return enter(product.origin, '/sessions/link', product.example().signIn[who]);
}

/** Comes in by a one-time link of the staff pages: to sign in, or to set the house up. */
export async function enter(origin: string, path: string, link: string, more: object = {}): Promise<Desk> {
  let cookie = '';
  const desk: Desk = {
    get cookie() {
      return cookie;
    },
    get session() {
      const [name, value] = cookie.split('=') as [string, string];
      return { name, value, domain: new URL(origin).hostname, path: '/lam-viec' };
    },
    send: (method, path, body) =>
      fetch(`${origin}/lam-viec/api${path}`, {
        method,
        headers: { origin, ...(body === undefined ? {} : { 'content-type': typeOf(body) }), cookie },
        ...(body === undefined ? {} : { body: isFile(body) ? body : JSON.stringify(body) }),
      }),
    survey: async (id) => (await (await desk.send('GET', `/surveys/${id}`)).json()) as SurveyView,
    async surveyIn(state, kind = 'survey') {
      const all = (await (await desk.send('GET', '/surveys')).json()) as PageView<SurveyView>;
      for (const { id } of all.items.filter((one) => one.state === state)) {
        // What somebody may only read the results of is not shown to her.
        const shown: Partial<SurveyView> = await desk.survey(id);
        const isMeant = (shown.definition as Definition | undefined)?.kind === kind && shown.follows === null;
        if (isMeant) return shown as SurveyView;
      }
      throw new Error(`no ${kind} is ${state}`);
    },
  };
  const token = new URL(link).searchParams.get('ma');
  const entered = await desk.send('POST', path, { token, ...more });
  cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
  return desk;
}

/** The id of the account with this login. */
export async function accountOf(product: Product, login: string): Promise<string> {
  const db = databaseOf(product);
  const { rows } = await sql<{ id: string }>`select id from account where login = ${login}`.execute(db);
  await db.destroy();
  return rows[0]!.id;
}
