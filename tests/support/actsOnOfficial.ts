import type { ActElsewhere } from './actsOnOpinions.ts';
import { about, consultationOpen, type OpenConsultation, type Organisation } from './official.ts';

type Made = OpenConsultation & { at: OpenConsultation['at']; path: string; one: Organisation };

function onOrganisations(told: string, act: (made: Made) => Promise<Response>): ActElsewhere {
  return [
    [told],
    async () => {
      const open = await consultationOpen();
      const made = { ...open, one: await open.invite(), path: `/surveys/${open.survey.id}/opinions` };
      return { at: made.at, act: () => act(made) };
    },
  ];
}

/** Still to come, and before the consultation closes. */
const answerBy = ({ at }: Made): string =>
  new Date(at.house.clock().getTime() + 5 * 24 * 3_600_000).toISOString().slice(0, 10);

/** How each staff route on invited organisations that writes is driven. */
export const actsOnOfficial: Record<string, ActElsewhere> = {
  'POST /surveys/:id/opinions': onOrganisations('opinion.invite', (made) =>
    made.organizer.send('POST', made.path, { ...about, name: 'Hội Khuyến học', answerBy: answerBy(made) }),
  ),
  'PUT /surveys/:id/opinions/:organisation': onOrganisations('opinion.change', (made) =>
    made.organizer.send('PUT', `${made.path}/${made.one.id}`, { ...about, answerBy: answerBy(made) }),
  ),
  'DELETE /surveys/:id/opinions/:organisation': onOrganisations('opinion.uninvite', ({ organizer, path, one }) =>
    organizer.send('DELETE', `${path}/${one.id}`),
  ),
  'POST /surveys/:id/opinions/:organisation/link': onOrganisations('opinion.link', ({ organizer, path, one }) =>
    organizer.send('POST', `${path}/${one.id}/link`),
  ),
  'DELETE /surveys/:id/opinions/:organisation/link': onOrganisations('opinion.link', ({ organizer, path, one }) =>
    organizer.send('DELETE', `${path}/${one.id}/link`),
  ),
};
