import { freshDatabase } from './freshDatabase.ts';
import type { TestHouse } from './house.ts';
import { opinionsRun, readAll, readJson, type OpinionsRun } from './opinions.ts';

/** Acts the log must tell, and a house where the last step remains to be done. */
export type ActElsewhere = [acts: string[], prepare: () => Promise<{ at: TestHouse; act: () => Promise<Response> }>];

const texts = Array.from({ length: 12 }, (_, at) => `Đề nghị mở cửa thư viện buổi trưa, ý ${at}`);
const held = { decision: 'answer', masks: [] };
const theme = { kind: 'create', id: '00000000-0000-4000-8000-000000000000', title: 'Thư viện', comments: [] };

type Made = OpinionsRun & { comment: string };

/** Opinions that so many people have read. */
async function opinionsReadBy(...readers: ('one' | 'two')[]): Promise<Made> {
  const made = await opinionsRun(await freshDatabase(), texts, 'PGD.TPND');
  const { comment } = await readJson<{ comment: { id: string } }>(made.one, made.at('/next'));
  for (const reader of readers) await readAll(made, made[reader]);
  return { ...made, comment: made.at(`/one/${comment.id}`) };
}

function onOpinions(
  told: string,
  readers: ('one' | 'two')[],
  act: (made: Made) => Promise<Response>,
  before: (made: Made) => Promise<unknown> = async () => undefined,
): ActElsewhere {
  return [
    [told],
    async () => {
      const made = await opinionsReadBy(...readers);
      await before(made);
      return { at: made.run.at, act: () => act(made) };
    },
  ];
}

const publish = ({ organizer, at }: Made) => organizer.send('POST', at('/publication'), {});

/** How each route on opinions that writes is driven. */
export const actsOnOpinions: Record<string, ActElsewhere> = {
  'PUT /surveys/:id/comments/one/:comment/review': onOpinions('comment.review', [], ({ one, comment }) =>
    one.send('PUT', `${comment}/review`, held),
  ),
  'DELETE /surveys/:id/comments/one/:comment/review': onOpinions('comment.withdraw', ['one'], ({ one, comment }) =>
    one.send('DELETE', `${comment}/review`),
  ),
  'POST /surveys/:id/comments/one/:comment/reopen': onOpinions('comment.reopen', ['one', 'two'], ({ one, comment }) =>
    one.send('POST', `${comment}/reopen`, {}),
  ),
  'POST /surveys/:id/comments/one/:comment/handed-on': onOpinions(
    'comment.hand-on',
    [],
    ({ one, comment }) => one.send('POST', `${comment}/handed-on`, {}),
    ({ one, comment }) => one.send('PUT', `${comment}/review`, { ...held, decision: 'urgent_child' }),
  ),
  'POST /surveys/:id/comments/clusters': onOpinions('comment.cluster', [], ({ one, at }) =>
    one.send('POST', at('/clusters'), { revision: 0, act: theme }),
  ),
  'POST /surveys/:id/comments/clusters/undo': onOpinions(
    'comment.cluster',
    [],
    ({ one, at }) => one.send('POST', at('/clusters/undo'), { revision: 1 }),
    ({ one, at }) => one.send('POST', at('/clusters'), { revision: 0, act: theme }),
  ),
  'POST /surveys/:id/comments/publication': onOpinions('comment.publish', ['one', 'two'], publish),
  'DELETE /surveys/:id/comments/publication': onOpinions(
    'comment.take-back',
    ['one', 'two'],
    ({ organizer, at }) => organizer.send('DELETE', at('/publication')),
    publish,
  ),
};

/** Reading that takes opinions out of the house. */
export const opinionsThatLeave: Record<string, ActElsewhere> = Object.fromEntries(
  ['csv', 'json'].map((format) => [
    `GET /surveys/:id/comments/published.${format}`,
    onOpinions(
      'comment.export',
      ['one', 'two'],
      ({ organizer, at }) => organizer.send('GET', at(`/published.${format}`)),
      publish,
    ),
  ]),
);
