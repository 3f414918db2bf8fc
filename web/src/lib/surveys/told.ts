import type { MessageKey } from '@danban/i18n';

export type Told = 'saved' | 'opened' | 'extended' | 'closed' | 'published' | 'unpublished';

/** What the page says after each act. */
export const toldKey: Readonly<Record<Told, MessageKey>> = {
  saved: 'survey.savedDraft',
  opened: 'open.opened',
  extended: 'extend.done',
  closed: 'closing.text',
  published: 'publish.done',
  unpublished: 'unpublish.done',
};
