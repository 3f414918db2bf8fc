import type { MessageKey } from '@danban/i18n';

export type Told =
  | 'saved'
  | 'changed'
  | 'merged'
  | 'restored'
  | 'opened'
  | 'opening'
  | 'scheduled'
  | 'unscheduled'
  | 'extended'
  | 'paused'
  | 'resumed'
  | 'raised'
  | 'closed'
  | 'cancelled'
  | 'published'
  | 'unpublished'
  | 'archived'
  | 'listDropped';

/** What the page says after each act. */
export const toldKey: Readonly<Record<Told, MessageKey>> = {
  saved: 'survey.savedDraft',
  changed: 'edit.changed',
  merged: 'edit.merged',
  restored: 'edit.restored',
  opened: 'open.opened',
  opening: 'opening.asked',
  scheduled: 'schedule.done',
  unscheduled: 'unschedule.done',
  extended: 'extend.done',
  paused: 'pause.done',
  resumed: 'resume.done',
  raised: 'raise.done',
  cancelled: 'cancel.done',
  archived: 'archive.done',
  listDropped: 'roster.dropped',
  closed: 'closing.text',
  published: 'publish.done',
  unpublished: 'unpublish.done',
};
