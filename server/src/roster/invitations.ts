import { setImmediate as pause } from 'node:timers/promises';
import type { Actor } from '@danban/access';
import { lettersAtOnce, type LettersView, type LetterView } from '@danban/contract';
import { utf8 } from '@danban/bytes';
import { t } from '@danban/i18n';
import { csvText, plainWorkbook } from '@danban/tables';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { TableFile } from '../imports/files.ts';
import { KeysAway } from '../keys/folder.ts';
import { qrSvg } from '../surveys/qr.ts';
import type { SurveyRow, Trx } from '../surveys/queries.ts';
import type { Invitation } from '../vaults/roster.ts';
import { whileInviting } from './inviting.ts';
import { linksFor } from './links.ts';
import { inOrder } from './order.ts';
import { unitsOfList } from './units.ts';

/** Pictures drawn in one go; respondents are answered between two of them. */
const atOnce = 10;

async function keysOr<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof KeysAway ? new ProblemError('intake-interrupted') : error;
  }
}

type Units = Awaited<ReturnType<typeof unitsOfList>>;

const namesOf = (units: Units): ReadonlyMap<string, string> => new Map(units.map(({ id, name }) => [id, name]));

async function drawn(
  house: House,
  survey: SurveyRow,
  db: Trx,
  units: Units,
  some: readonly Invitation[],
): Promise<LetterView[]> {
  const [link, names] = [await linksFor(house, db, survey), namesOf(units)];
  const letters: LetterView[] = [];
  for (const [i, one] of some.entries()) {
    if (i % atOnce === 0) await pause();
    const url = link(one);
    const qr = `data:image/svg+xml;base64,${Buffer.from(qrSvg(url)).toString('base64')}`;
    letters.push({ name: one.name, unit: names.get(one.unit) ?? one.unit, link: url, qr });
  }
  return letters;
}

async function sorted(house: House, survey: SurveyRow, units: Units): Promise<Invitation[]> {
  const everybody = await keysOr(house.roster.invitations(survey.id));
  return inOrder(
    everybody,
    units.map(({ id }) => id),
  );
}

/** Letters to print, for everybody who is not struck off: whoever has come already is written to as well. */
export async function letters(
  house: House,
  by: Actor,
  id: string,
  { unit, from }: { unit?: string | undefined; from: number },
): Promise<LettersView> {
  return whileInviting(house, id, async (trx, survey) => {
    const units = await unitsOfList(house, survey);
    const all = (await sorted(house, survey, units)).filter((one) => unit === undefined || one.unit === unit);
    const some = all.slice(from, from + lettersAtOnce);
    const shown = await drawn(house, survey, trx, units, some);
    const details = { count: some.length };
    if (some.length > 0) await record(house, trx, { by, act: 'survey.print-invitations', object: id, details });
    return { letters: shown, from, all: all.length };
  });
}

const columns = ['name', 'unit', 'phone', 'link'] as const;

/** One sheet with the link of everybody, for Zalo or text messages. */
export async function invitationFile(house: House, by: Actor, id: string, form: TableFile['form']): Promise<TableFile> {
  return whileInviting(house, id, async (trx, survey) => {
    const units = await unitsOfList(house, survey);
    const all = await sorted(house, survey, units);
    const [link, names] = [await linksFor(house, trx, survey), namesOf(units)];
    const rows = all.map((one) => [one.name, names.get(one.unit) ?? one.unit, one.phone ?? '', link(one)]);
    const headings = columns.map((column) => t('vi', `invitations.column.${column}`));
    await record(house, trx, { by, act: 'survey.export-invitations', object: id, details: { count: all.length } });
    const table = [headings, ...rows];
    const bytes = form === 'csv' ? utf8(csvText(table, 'vi')) : await plainWorkbook(t('vi', 'sheet.people'), table);
    return { name: 'lien-ket-moi', form, bytes: new Uint8Array(bytes) };
  });
}

/** An invitation in place of a lost one. It looks the same whether the one before was used or not. */
export async function inviteAgain(house: House, by: Actor, id: string, person: string): Promise<LetterView> {
  return whileInviting(house, id, async (trx, survey) => {
    const fresh = await keysOr(house.roster.reissue(id, person));
    if (!fresh) throw new ProblemError('not-found');
    const [letter] = await drawn(house, survey, trx, await unitsOfList(house, survey), [fresh]);
    await record(house, trx, { by, act: 'survey.new-invitation', object: id, details: {} });
    return letter!;
  });
}

/** Whoever has come already keeps her right to answer; nothing tells whether she had. */
export async function strikeOff(house: House, by: Actor, id: string, person: string): Promise<void> {
  await whileInviting(house, id, async (trx) => {
    if (!(await house.roster.revoke(id, person))) throw new ProblemError('not-found');
    await record(house, trx, { by, act: 'survey.strike-off', object: id, details: {} });
  });
}
