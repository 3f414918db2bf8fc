import type { ProblemView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { Answer, Other, Version } from './autosave.ts';

/** The draft as its server holds it, asked from the page. */
export function deskOf(survey: string, heard: (view: SurveyView) => void) {
  const address = `/lam-viec/api/surveys/${encodeURIComponent(survey)}`;

  async function ask(method: string, path: string, body?: unknown): Promise<Response | null> {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(address + path, { method, ...(body === undefined ? {} : json) }).catch(() => null);
    return response && response.status < 500 ? response : null;
  }

  async function read(): Promise<SurveyView | null> {
    const response = await ask('GET', '');
    return response?.ok ? ((await response.json()) as SurveyView) : null;
  }

  async function other({ issues = [] }: ProblemView): Promise<Other | null> {
    const view = await read();
    const { name = '', at = '' } = issues[0]?.params ?? {};
    return view && { ...versionOf(view), name: String(name), at: String(at) };
  }

  async function answerTo(response: Response | null): Promise<Answer> {
    if (!response) return { kind: 'unreachable' };
    if (response.ok) {
      heard((await response.json()) as SurveyView);
      return { kind: 'saved' };
    }
    const problem = (await response.json()) as ProblemView;
    if (problem.code !== 'survey-changed-meanwhile') return { kind: 'refused', code: problem.code };
    const theirs = await other(problem);
    return theirs ? { kind: 'meanwhile', other: theirs } : { kind: 'unreachable' };
  }

  return {
    read,
    save: async ({ definition, revision }: Version) => answerTo(await ask('PUT', '', { definition, revision })),
    restore: async (to: number, revision: number) => answerTo(await ask('POST', '/restore', { to, revision })),
  };
}

export const versionOf = ({ definition, revision }: SurveyView): Version => ({
  definition: definition as Definition,
  revision,
});
