import type {
  AuditExtractView,
  FollowUpView,
  OutlookView,
  ReleasePage,
  ReplyTimesView,
  SurveyView,
} from '@danban/contract';
import { t } from '@danban/i18n';
import type { Definition, LegalDocument } from '@danban/survey';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refusalOf, refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import { repliesApi } from '../../../../../lib/replies/addresses.ts';
import { hasFigures } from '../../../../../lib/results/shown.ts';
import { resultsView } from '../../../../../lib/results/view.ts';
import { fromVietnamField, suggestedClosing, suggestedOpening } from '../../../../../lib/surveys/closing.ts';
import { postedDraft, savePosted } from '../../../../../lib/surveys/editing/posted.ts';
import type { Told } from '../../../../../lib/surveys/told.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = RequestEvent & { params: { id: string } };

const usualDays = 14;
const address = ({ params }: Event): string => `/lam-viec/api/surveys/${encodeURIComponent(params.id)}`;
const readSurvey = (event: Event): Promise<SurveyView> => read<SurveyView>(event, address(event));

export const load: PageServerLoad = async (event) => {
  const survey = await readSurvey(event);
  const definition = survey.definition as Definition;
  const times = await readIfAllowed<ReplyTimesView>(event, `${repliesApi(event.params.id)}/clock`);
  const days = Math.max(usualDays, times?.clock?.minDays ?? definition.minOpenDays ?? 0);
  return {
    survey,
    definition,
    times,
    suggested: { opensAt: suggestedOpening(new Date()), closesAt: suggestedClosing(new Date(), days) },
    followUp: await readIfAllowed<FollowUpView>(event, `${address(event)}/follow-up`),
    search: event.url.searchParams.get('tim') ?? '',
    history: await readIfAllowed<AuditExtractView>(event, `${address(event)}/history`),
    showsNothing: await showsNothing(event, survey),
    register: survey.state === 'draft' ? await registerFor(event) : [],
    outlook: survey.state === 'draft' ? await readIfAllowed<OutlookView>(event, `${address(event)}/outlook`) : null,
  };
};

/** Whether somebody is about to publish results without any figure. */
async function showsNothing(event: Event, { may, published, released }: SurveyView): Promise<boolean> {
  if (!may.publish || published || released === 0) return false;
  const page = await readIfAllowed<ReleasePage>(event, `${address(event)}/release`);
  return page !== null && !hasFigures(resultsView(page, new URLSearchParams()).shown);
}

/** The legal texts a draft may name. */
const registerFor = (event: Event): Promise<LegalDocument[]> =>
  read<LegalDocument[]>(event, '/lam-viec/api/legal-register');

/** One act on the survey of the page. */
async function act(event: Event, method: 'POST' | 'PUT', what: string, body: unknown, told: Told) {
  const sent = await send<SurveyView>(event, method, `${address(event)}${what}`, body);
  if (!sent.ok) return refuse(sent);
  // Many keys take their time: then it opens by itself in a while.
  return { told: told === 'opened' && sent.value.opening ? ('opening' as const) : told };
}

const moment = (form: FormData, name: string): string | undefined => fromVietnamField(field(form, name));

const dateMissing = (event: Event) =>
  fail(422, { refusal: { code: 'invalid-input', sentence: t(event.locals.lang, 'open.dateMissing'), issues: [] } });

/** An act that needs the closing date of the form. */
async function actUntil(event: Event, what: '/open' | '/extend', told: Told) {
  const closesAt = moment(await event.request.formData(), 'closesAt');
  return closesAt === undefined ? dateMissing(event) : act(event, 'POST', what, { closesAt }, told);
}

async function schedule(event: Event) {
  const form = await event.request.formData();
  const [opensAt, closesAt] = [moment(form, 'opensAt'), moment(form, 'until')];
  if (opensAt === undefined || closesAt === undefined) return dateMissing(event);
  return act(event, 'POST', '/schedule', { opensAt, closesAt }, 'scheduled');
}

async function raise(event: Event) {
  const form = await event.request.formData();
  const [unit, sensitive, comments] = ['unit', 'sensitive', 'comments'].map((name) => Number(field(form, name)));
  return act(event, 'PUT', '/thresholds', { unit, sensitive, comments }, 'raised');
}

async function remove(event: Event) {
  const sent = await send(event, 'DELETE', address(event));
  return sent.ok ? redirect(303, '/lam-viec') : refuse(sent);
}

async function askAgain(event: Event) {
  const made = await send<SurveyView>(event, 'POST', `${address(event)}/follow-up`);
  return made.ok ? redirect(303, `/lam-viec/khao-sat/${made.value.id}`) : refuse(made);
}

/** Without scripts the whole editor is posted, and merged as the page's script would. */
async function saveDraft(event: Event) {
  const posted = postedDraft(await event.request.formData(), await registerFor(event));
  if (!posted) return fail(422, { refusal: refusalOf(event.locals.lang, 'invalid-input') });
  const saved = await savePosted(event, address(event), posted);
  const { open, base, typed } = posted;
  // What could not be saved comes back as it was typed.
  return saved.ok ? { told: saved.told, open } : refuse(saved, { unsaved: { base, definition: typed } });
}

export const actions: Actions = {
  save: saveDraft,
  restore: async (event) => {
    const form = await event.request.formData();
    const [to, revision] = ['to', 'revision'].map((name) => Number(field(form, name)));
    return act(event, 'POST', '/restore', { to, revision }, 'restored');
  },
  dropList: async (event) => {
    const sent = await send(event, 'DELETE', `${address(event)}/roster`);
    return sent.ok ? { told: 'listDropped' as const } : refuse(sent);
  },
  open: (event) => actUntil(event, '/open', 'opened'),
  schedule,
  unschedule: (event) => act(event, 'POST', '/unschedule', {}, 'unscheduled'),
  pause: (event) => act(event, 'POST', '/pause', {}, 'paused'),
  resume: (event) => act(event, 'POST', '/resume', {}, 'resumed'),
  raise,
  cancel: (event) => act(event, 'POST', '/cancel', {}, 'cancelled'),
  archive: (event) => act(event, 'POST', '/archive', {}, 'archived'),
  remove,
  askAgain,
  extend: (event) => actUntil(event, '/extend', 'extended'),
  close: (event) => act(event, 'POST', '/close', {}, 'closed'),
  publish: (event) => act(event, 'PUT', '/publication', { published: true }, 'published'),
  unpublish: (event) => act(event, 'PUT', '/publication', { published: false }, 'unpublished'),
};
