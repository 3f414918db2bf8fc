import { setImmediate as pause } from 'node:timers/promises';
import type { Actor } from '@danban/access';
import { lettersAtOnce, type LettersView, type LetterView } from '@danban/contract';
import { t } from '@danban/i18n';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { TableFile } from '../imports/files.ts';
import { KeysAway } from '../keys/folder.ts';
import { qrSvg } from '../surveys/qr.ts';
import type { Invitation } from '../vaults/roster.ts';
import { whileInviting } from './inviting.ts';
import { linksFor } from './links.ts';
import { openSheet } from './sheet.ts';
import { unitsOfList } from './units.ts';

async function keysOr<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof KeysAway ? new ProblemError('intake-interrupted') : error;
  }
}

type Units = Awaited<ReturnType<typeof unitsOfList>>;

const namesOf = (units: Units): ReadonlyMap<string, string> => new Map(units.map(({ id, name }) => [id, name]));

type LinkOf = Awaited<ReturnType<typeof linksFor>>;

/** A picture takes some milliseconds of the thread; respondents are answered between two of them. */
async function drawn(some: readonly Invitation[], units: Units, link: LinkOf): Promise<LetterView[]> {
  const names = namesOf(units);
  const letters: LetterView[] = [];
  for (const one of some) {
    await pause();
    const url = link(one);
    const qr = `data:image/svg+xml;base64,${Buffer.from(qrSvg(url)).toString('base64')}`;
    letters.push({ name: one.name, unit: names.get(one.unit) ?? one.unit, link: url, qr });
  }
  return letters;
}

/** Letters to print, for everybody who is not struck off: whoever has come already is written to as well. */
export async function letters(
  house: House,
  by: Actor,
  id: string,
  { unit, from }: { unit?: string | undefined; from: number },
): Promise<LettersView> {
  const { some, all, units, link } = await whileInviting(house, id, async (trx, survey) => {
    const some = await keysOr(house.roster.invitations(id, { unit, from, most: lettersAtOnce }));
    const details = { count: some.length };
    if (some.length > 0) await record(house, trx, { by, act: 'survey.print-invitations', object: id, details });
    const all = await house.roster.invited(id, unit);
    return { some, all, units: await unitsOfList(house, survey), link: await linksFor(house, trx, survey) };
  });
  return { letters: await drawn(some, units, link), from, all };
}

const columns = ['name', 'unit', 'phone', 'link'] as const;

/** The rows of the file, in the order of the list. */
async function* rowsOf(house: House, id: string, units: Units, link: LinkOf): AsyncGenerator<string[][]> {
  const names = namesOf(units);
  yield [columns.map((column) => t('vi', `invitations.column.${column}`))];
  for await (const some of house.roster.everyInvitation(id)) {
    yield some.map((one) => [one.name, names.get(one.unit) ?? one.unit, one.phone ?? '', link(one)]);
  }
}

/** One sheet with the link of everybody, for Zalo or text messages. */
export async function invitationFile(house: House, by: Actor, id: string, form: TableFile['form']): Promise<TableFile> {
  const written = await whileInviting(house, id, async (trx, survey) => {
    const sheet = openSheet({ form, name: t('vi', 'sheet.people') });
    const [units, link] = [await unitsOfList(house, survey), await linksFor(house, trx, survey)];
    const count = await keysOr(sheet.take(rowsOf(house, id, units, link)));
    await record(house, trx, { by, act: 'survey.export-invitations', object: id, details: { count: count - 1 } });
    return sheet;
  });
  return { name: 'lien-ket-moi', form, bytes: await written.bytes() };
}

/** An invitation in place of a lost one. It looks the same whether the one before was used or not. */
export async function inviteAgain(house: House, by: Actor, id: string, person: string): Promise<LetterView> {
  const { fresh, units, link } = await whileInviting(house, id, async (trx, survey) => {
    const fresh = await keysOr(house.roster.reissue(id, person));
    if (!fresh) throw new ProblemError('not-found');
    await record(house, trx, { by, act: 'survey.new-invitation', object: id, details: {} });
    return { fresh, units: await unitsOfList(house, survey), link: await linksFor(house, trx, survey) };
  });
  return (await drawn([fresh], units, link))[0]!;
}

/** Whoever has come already keeps her right to answer; nothing tells whether she had. */
export async function strikeOff(house: House, by: Actor, id: string, person: string): Promise<void> {
  await whileInviting(house, id, async (trx) => {
    if (!(await house.roster.revoke(id, person))) throw new ProblemError('not-found');
    await record(house, trx, { by, act: 'survey.strike-off', object: id, details: {} });
  });
}
