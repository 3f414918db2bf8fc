import type { ClustersView, CommentView, SurveyView } from '@danban/contract';
import { deskOf, enter, type Desk } from './desk.ts';
import type { Product } from './product.ts';
import { consulted } from './replies.ts';

const drawnThere = '00000000-0000-4000-8000-000000000000';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A consultation of the example that was counted, and everybody who has a part in its answers. */
export interface AnswerHouse {
  survey: SurveyView;
  organizer: Desk;
  drafter: Desk;
  union: Desk;
  leader: Desk;
  /** A theme of the loose opinions that hold these words; the last `but` of them stay loose. */
  group(title: string, words: string, but?: number): Promise<void>;
}

async function readAll(desk: Desk, at: string): Promise<void> {
  for (;;) {
    const { comment } = (await (await desk.send('GET', `${at}/next`)).json()) as { comment: CommentView | null };
    if (!comment) return;
    await desk.send('PUT', `${at}/one/${comment.id}/review`, { decision: 'answer', masks: comment.suggested });
  }
}

export async function answerHouse(product: Product, opinions = 30): Promise<AnswerHouse> {
  const admin = await deskOf(product, 'admin');
  const organizer = await deskOf(product, 'organizer');
  const { bodyId, unitId } = await organizer.surveyIn('open');
  const survey = await consulted(
    organizer,
    { bodyId, unitId },
    {
      send: (path, init) => fetch(product.origin + path, init),
      counted: async (id) => {
        for (let tries = 0; tries < 300 && (await organizer.survey(id)).state !== 'released'; tries++) await pause(100);
      },
      opinions,
    },
  );
  const member = async (name: string, role: string): Promise<Desk> => {
    const grants = [{ role, unitId, bodyId: null }];
    const made = await admin.send('POST', '/accounts', { name, login: `${role}.${name.length}`, grants });
    return enter(product.origin, '/sessions/link', ((await made.json()) as { link: string }).link);
  };
  const [union, second] = [await member('Trần Thị Thu', 'moderator'), await member('Lê Văn Hòa', 'moderator')];
  const comments = `/surveys/${survey.id}/comments`;
  for (const reader of [union, second]) await readAll(reader, comments);
  return {
    ...{ survey, organizer, union },
    drafter: await member('Phạm Văn Soạn', 'drafter'),
    leader: await member('Vũ Thị Lãnh Đạo', 'leader'),
    async group(title, words, but = 0) {
      const at = `${comments}/clusters`;
      const found = (await (await union.send('GET', `${at}?q=${encodeURIComponent(words)}`)).json()) as ClustersView;
      const chosen = found.comments.items.slice(0, found.comments.items.length - but).map(({ id }) => id);
      const act = { kind: 'create', id: drawnThere, title, comments: chosen };
      await union.send('POST', at, { revision: found.revision, act });
    },
  };
}
