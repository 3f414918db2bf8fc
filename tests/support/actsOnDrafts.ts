import type { ActElsewhere } from './actsOnOpinions.ts';
import { attaching, consulting, pasted, pdf, type Consulting } from './draftTexts.ts';

function onDrafts(
  told: string,
  act: (made: Consulting, revision: number) => Promise<Response>,
  before: (made: Consulting) => Promise<number>,
): ActElsewhere {
  return [
    [told],
    async () => {
      const made = await consulting();
      const revision = await before(made);
      return { at: made.at, act: () => act(made, revision) };
    },
  ];
}

const nothing = async (): Promise<number> => 0;
const uploaded = (made: Consulting): Promise<number> => made.paste();
const merge = { act: 'merge', index: 3 };
const about = new URLSearchParams({ label: 'Dự thảo', datedOn: '2023-10-16', notSecret: 'true', name: 'du-thao.md' });

const isNew = { side: 'to', path: 'dieu-9', with: [] };
const followed = (made: Consulting): Promise<number> => made.follow();

/** How each route on drafts that writes is driven. */
export const actsOnDrafts: Record<string, ActElsewhere> = {
  'POST /surveys/:id/drafts/working/file': onDrafts(
    'draft.upload',
    ({ organizer, api }) =>
      organizer.send('POST', api(`/working/file?${about.toString()}`), new TextEncoder().encode(pasted.text)),
    nothing,
  ),
  'POST /surveys/:id/drafts/working/text': onDrafts(
    'draft.upload',
    ({ organizer, api }) => organizer.send('POST', api('/working/text'), pasted),
    nothing,
  ),
  'POST /surveys/:id/drafts/working/corrections': onDrafts(
    'draft.correct',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/corrections'), { revision, edit: merge }),
    uploaded,
  ),
  'POST /surveys/:id/drafts/working/undo': onDrafts(
    'draft.correct',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/undo'), { revision }),
    async (made) => {
      const revision = await made.paste();
      await made.organizer.send('POST', made.api('/working/corrections'), { revision, edit: merge });
      return revision + 1;
    },
  ),
  'POST /surveys/:id/drafts/working/discard': onDrafts(
    'draft.discard',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/discard'), { revision }),
    uploaded,
  ),
  'POST /surveys/:id/drafts/publication': onDrafts(
    'draft.publish',
    ({ organizer, api }, revision) =>
      organizer.send('POST', api('/publication'), { revision, label: pasted.label, datedOn: pasted.datedOn }),
    uploaded,
  ),
  'POST /surveys/:id/drafts/questions': onDrafts(
    'survey.edit',
    ({ organizer, api }) =>
      organizer.send('POST', api('/questions'), { version: 1, revision: 0, grain: 'articles', comments: true }),
    async (made) => {
      await made.paste();
      await made.publish();
      return 0;
    },
  ),
  'POST /surveys/:id/drafts/working/links': onDrafts(
    'draft.link',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/links'), { revision, decision: isNew }),
    followed,
  ),
  'POST /surveys/:id/drafts/working/links/undo': onDrafts(
    'draft.link',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/links/undo'), { revision }),
    async (made) => {
      const revision = await made.follow();
      await made.organizer.send('POST', made.api('/working/links'), { revision, decision: isNew });
      return revision + 1;
    },
  ),
  'POST /surveys/:id/drafts/working/links/confirmation': onDrafts(
    'draft.links',
    ({ organizer, api }, revision) => organizer.send('POST', api('/working/links/confirmation'), { revision }),
    followed,
  ),
  'POST /surveys/:id/drafts/attachments': onDrafts(
    'draft.attach',
    ({ organizer, api }) => organizer.send('POST', api(attaching()), pdf()),
    uploaded,
  ),
  'DELETE /surveys/:id/drafts/attachments/:attachment': onDrafts(
    'draft.detach',
    async ({ organizer, api, drafts }) =>
      organizer.send('DELETE', api(`/attachments/${(await drafts()).attachments[0]!.id}`)),
    async (made) => {
      const revision = await made.paste();
      await made.organizer.send('POST', made.api(attaching()), pdf());
      return revision;
    },
  ),
};
