import type { PublicRepliesView, ReleasePage } from '@danban/contract';
import type { Definition, Question } from '@danban/survey';
import { bodyOf } from '../drafts/body.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { answersOf, type Answers } from '../replies/clusters.ts';
import { publicRepliesOf } from '../replies/reader.ts';
import { openRelease, pageText, sharedByPages } from '../results/reader.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { draftTitle } from './draftTitle.ts';
import { findOpinion, officialSaid } from './official.ts';
import { findAsked, findDrafter } from './queries.ts';
import type { Reply } from './reply.ts';
import type { ResponseTable } from './responseTable.ts';
import type { Said, SaidAbout } from './said.ts';

/** The clause most opinions of each cluster are about; none where most are about the whole. */
async function clausesOf(
  house: House,
  { clusters }: Answers,
  { questions }: Definition,
): Promise<Map<string, Question>> {
  const asked = await findAsked(
    house.db,
    clusters.flatMap(({ comments }) => comments),
  );
  return new Map(
    clusters.flatMap(({ id, comments }) => {
      const counts = Map.groupBy(comments, (comment) => asked.get(comment));
      const most = questions.find((question) => (counts.get(question.id)?.length ?? 0) * 2 > comments.length);
      return most?.type === 'stance' ? [[id, most] as const] : [];
    }),
  );
}

const answered = ({
  title,
  opinions,
  resolution,
  explanation,
  clause,
  mergedInto,
  commitment,
}: PublicRepliesView['answers'][number]): Said => ({
  by: [{ kind: 'people', opinions }],
  opinion: title,
  answer: { resolution, explanation: mergedInto ? mergedInto.title : explanation, commitment },
  next: clause && !clause.dropped ? clause.name : null,
});

/** General opinions first, then clause by clause in the order of the draft. */
function inOrder(
  said: readonly { clause: Question | undefined; said: Said }[],
  { questions }: Definition,
): SaidAbout[] {
  const groups = Map.groupBy(said, ({ clause }) => (clause ? questions.indexOf(clause) : -1));
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([at, own]) => ({ clause: at < 0 ? null : questions[at]!.text.vi, said: own.map((one) => one.said) }));
}

/** The legal bases of the version that was asked about. */
export async function basesOf(house: House, survey: SurveyRow): Promise<readonly string[]> {
  const version = (survey.definition as Definition).draft?.published?.number;
  const draft = version === undefined ? undefined : await bodyOf(house.db, survey.id, version);
  return draft?.bases ?? [];
}

/** The page of the whole as it was released: what it does not tell, no document tells. */
export async function releasedOf({ db }: House, { id, released }: SurveyRow): Promise<ReleasePage> {
  const opened = await openRelease(db, { survey: id, released, number: undefined });
  return JSON.parse(await pageText(db, await sharedByPages(db, opened), 0)) as ReleasePage;
}

/** What the official table says of a consultation: what went out, and what waits once opinions are public. */
export async function responseOf(house: House, survey: SurveyRow): Promise<ResponseTable> {
  const answers = await answersOf(house.db, survey);
  const replies = await publicRepliesOf(house, survey, answers);
  const [first] = replies ? [...replies.answers, ...replies.named.answers] : [];
  if (!replies || !first) throw new ProblemError('not-found');
  const definition = survey.definition as Definition;
  const clauses = await clausesOf(house, answers, definition);
  const waiting = replies.waiting.map((title): Said => {
    return { by: [{ kind: 'people', opinions: null }], opinion: title, answer: null, next: null };
  });
  const { survey: closed, units, onPaper } = await releasedOf(house, survey);
  const { participation } = units[0]!;
  return {
    issuer: await findDrafter(house.db, survey.unit_id, first.on),
    year: Number(first.on.slice(0, 4)),
    draft: draftTitle(definition.title.vi),
    unit: survey.unit_name,
    bases: await basesOf(house, survey),
    openedOn: survey.opened_on!,
    closedOn: closed.closedOn,
    asked: participation.kind === 'exact' ? participation.invited : null,
    sheets:
      participation.kind === 'exact' && onPaper?.sheets
        ? { received: participation.respondents, onPaper: onPaper.sheets }
        : null,
    received: replies.counter?.received ?? null,
    about: inOrder(
      [
        ...replies.answers.map((answer) => ({ clause: clauses.get(answer.cluster), said: answered(answer) })),
        ...waiting.map((said) => ({ clause: undefined, said })),
        ...(await officialSaid(house.db, survey)),
      ],
      definition,
    ),
  };
}

/** The letter to one organisation: its own points alone, and what was answered to them. */
export async function replyTo(house: House, survey: SurveyRow, organisation: string): Promise<Reply> {
  const sent = await findOpinion(house.db, survey.id, organisation);
  const own = (await officialSaid(house.db, survey)).filter((one) => one.organisation === organisation);
  const on = own
    .flatMap(({ answeredOn }) => answeredOn ?? [])
    .toSorted()
    .at(-1);
  if (!sent || on === undefined) throw new ProblemError('not-found');
  const definition = survey.definition as Definition;
  return {
    issuer: await findDrafter(house.db, survey.unit_id, on),
    year: Number(on.slice(0, 4)),
    draft: draftTitle(definition.title.vi),
    to: sent.organisation.name,
    letter: { number: sent.letter.number, on: sent.letter.date },
    about: inOrder(own, definition),
  };
}
