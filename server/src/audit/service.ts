import { actCodes, type ActCode, type Head } from '@danban/audit';
import type { Person } from '@danban/access';
import type { AuditExtractView, AuditPageView } from '@danban/contract';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { dayOf } from '../organisations/day.ts';
import { findActors, findActs, findActsOnSurvey } from './find.queries.ts';
import type { FilteredActs, ListedActs } from './inputs.ts';
import { findHead } from './queries.ts';
import type { AuditRow } from './rows.ts';
import type { SaidAct } from './said.ts';
import { entryView, headView, namesFor } from './views.ts';
import { watchedBy, type Watched } from './watched.ts';

/** An act without a name or a sentence in `@danban/i18n` does not compile here. */
const everyAct = actCodes satisfies readonly SaidAct[];

const mostOnPaper = 1_000;
const mostOfASurvey = 500;

export async function headOf(house: House): Promise<Head> {
  const head = await findHead(house.db);
  if (head === undefined) throw new Error('the audit log has not begun');
  return head;
}

export function watchedNow(house: House, person: Person): Promise<Watched> {
  return watchedBy(house.db, person, dayOf(house.clock()));
}

/** One page of what the person may read of the log, newest first. */
export async function list(house: House, person: Person, { page, ...wanted }: ListedActs): Promise<AuditPageView> {
  const watched = await watchedNow(house, person);
  const shown = pageOf(await findActs(house.db, watched, wanted, rowsOf(page)), page, entryView);
  return {
    ...shown,
    names: await namesFor(house.db, shown.items),
    head: headView(await headOf(house)),
    people: await findActors(house.db, watched),
    acts: [...everyAct],
  };
}

async function extract(house: House, rows: AuditRow[], most: number): Promise<AuditExtractView> {
  const items = rows.slice(0, most).map(entryView);
  const names = await namesFor(house.db, items);
  return { items, more: rows.length > most, names, head: headView(await headOf(house)) };
}

/** As many acts as fit on a stack of paper, newest first. */
export async function onPaper(house: House, person: Person, wanted: FilteredActs): Promise<AuditExtractView> {
  const watched = await watchedNow(house, person);
  const rows = await findActs(house.db, watched, wanted, { limit: mostOnPaper + 1, offset: 0 });
  return extract(house, rows, mostOnPaper);
}

/** What was done with one survey but for some kinds of acts, oldest first; of very many acts the newest. */
export async function historyOf(
  house: House,
  survey: string,
  except: readonly ActCode[] = [],
): Promise<AuditExtractView> {
  const rows = await findActsOnSurvey(house.db, survey, { limit: mostOfASurvey + 1, except });
  const history = await extract(house, rows, mostOfASurvey);
  return { ...history, items: history.items.toReversed() };
}
