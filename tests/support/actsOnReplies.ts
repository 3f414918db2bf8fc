import type { ActElsewhere } from './actsOnOpinions.ts';
import { pdf } from './draftTexts.ts';
import { answering, type Answering } from './replies.ts';
import { signedIn, type Visitor } from './staff.ts';

const clock = { preset: 'internal-rule', minDays: 7, replyDays: 10, counting: 'working' };
const explanation = 'Dự thảo lần sau sẽ nói rõ mức khoán theo từng loại công việc của tổ chuyên môn.';
const proposal = { resolution: 'explained', explanation, clause: null, mergedInto: null };

function onReplies<Made>(
  told: string,
  act: (made: Answering, before: Made) => Promise<Response>,
  before: (made: Answering) => Promise<Made>,
): ActElsewhere {
  return [
    [told],
    async () => {
      const made = await answering(24);
      const prepared = await before(made);
      return { at: made.house, act: () => act(made, prepared) };
    },
  ];
}

/** Every opinion in one cluster, with an answer that waits to go out. */
async function approved(made: Answering, more: object = {}): Promise<string> {
  const cluster = await made.group('Định mức và khoán', 'y');
  await made.step(made.organizer, cluster, { kind: 'assign', to: made.drafter.id });
  await made.step(made.drafter, cluster, { kind: 'propose', proposal: { ...proposal, ...more } });
  await made.step(made.union, cluster, { kind: 'check' });
  await made.step(made.leader, cluster, { kind: 'approve' });
  await made.organizer.send('POST', made.comments('/publication'), {});
  return cluster;
}

const timed = async (made: Answering): Promise<string> => {
  await made.organizer.send('PUT', made.at('/clock'), clock);
  return '';
};

const commitment = {
  text: 'Niêm yết định mức mới của từng tổ chuyên môn tại phòng hội đồng của trường.',
  owner: 'Tổ Văn phòng',
  due: '2099-06-30',
};
const evidence = 'Đã niêm yết định mức của từng tổ tại phòng hội đồng, có biên bản kèm theo.';

/** How each route on answers that writes is driven. */
export const actsOnReplies: Record<string, ActElsewhere> = {
  'POST /surveys/:id/replies/clusters/:cluster/steps': onReplies<string>(
    'reply.assign',
    ({ organizer, drafter, at }, cluster) =>
      organizer.send('POST', at(`/clusters/${cluster}/steps`), { step: 0, act: { kind: 'assign', to: drafter.id } }),
    (made) => made.group('Định mức và khoán', 'y'),
  ),
  'POST /surveys/:id/replies/publication': onReplies(
    'reply.publish',
    ({ organizer, at }) => organizer.send('POST', at('/publication'), {}),
    (made) => approved(made),
  ),
  'PUT /surveys/:id/replies/clock': onReplies(
    'reply.clock',
    ({ organizer, at }) => organizer.send('PUT', at('/clock'), clock),
    async () => '',
  ),
  'POST /surveys/:id/replies/clock/extensions': onReplies(
    'reply.extend',
    ({ organizer, at }) =>
      organizer.send('POST', at('/clock/extensions'), { until: '2026-05-01', reason: 'Chờ ý kiến của Sở Tài chính' }),
    timed,
  ),
  'POST /surveys/:id/follow-up': onReplies(
    'survey.create',
    ({ organizer, survey }) => organizer.send('POST', `/surveys/${survey.id}/follow-up`, {}),
    async (made) => {
      const cluster = await approved(made);
      await made.organizer.send('POST', made.at('/publication'), {});
      return cluster;
    },
  ),
  'POST /surveys/:id/commitments/marks': onReplies(
    'reply.keep',
    ({ drafter, survey }) =>
      drafter.send('POST', `/surveys/${survey.id}/commitments/marks`, {
        ...{ seq: 1, standing: 0 },
        mark: { kind: 'kept', words: evidence, link: null },
      }),
    async (made) => {
      const cluster = await approved(made, { commitment });
      await made.organizer.send('POST', made.at('/publication'), {});
      return cluster;
    },
  ),
  'POST /surveys/:id/commitments/files': onReplies(
    'reply.attach',
    ({ drafter, survey }) => drafter.send('POST', `/surveys/${survey.id}/commitments/files?open=true`, pdf()),
    async () => '',
  ),
  'POST /surveys/:id/commitments/checks': onReplies<Visitor>(
    'reply.confirm',
    ({ survey }, inspector) =>
      inspector.send('POST', `/surveys/${survey.id}/commitments/checks`, {
        ...{ mark: 1, checks: 0 },
        check: { verdict: 'confirmed', words: '' },
      }),
    async (made) => {
      await approved(made, { commitment });
      await made.organizer.send('POST', made.at('/publication'), {});
      const mark = { kind: 'kept', words: evidence, link: null };
      await made.drafter.send('POST', `/surveys/${made.survey.id}/commitments/marks`, { seq: 1, standing: 0, mark });
      const { unitId } = made.survey;
      return signedIn(made.house.app, made.admin, { login: 'thanh.tra', role: 'inspector', unitId });
    },
  ),
};

/** Reading that is an act of its own. */
export const answersThatLeave: Record<string, ActElsewhere> = {
  'GET /surveys/:id/evidence.zip': onReplies(
    'reply.evidence',
    ({ drafter, survey }) => drafter.send('GET', `/surveys/${survey.id}/evidence.zip`),
    async (made) => {
      const cluster = await approved(made);
      await made.organizer.send('POST', made.at('/publication'), {});
      return cluster;
    },
  ),
};
