import type { ImportView, ListedPersonView, PageView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { expect } from 'vitest';
import type { Visitor } from './staff.ts';
import { csv } from './tables.ts';

interface Where {
  unitId: string;
  bodyId: string;
}

export const heading = 'Họ và tên;Đơn vị;E-mail;Điện thoại';

/** A list of so many people of a survey of one unit. */
export const list = (size: number) =>
  csv('Họ tên;E-mail', ...Array.from({ length: size }, (_, i) => `Người thứ ${i};nguoi${i}@truong.edu.vn`));

async function answered<T>(response: Response, status = 200): Promise<T> {
  const body = (await response.json()) as T;
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}

/** A draft behind the door `roster`. */
export async function rosterDraft(desk: Visitor, where: Where): Promise<string> {
  const template = 'khao-sat-hai-long-phu-huynh';
  const draft = await answered<SurveyView>(await desk.send('POST', '/surveys', { template, ...where }), 201);
  const definition: Definition = { ...(draft.definition as Definition), door: 'roster', audienceKind: 'staff' };
  await answered(await desk.send('PUT', `/surveys/${draft.id}`, { definition, revision: draft.revision }));
  return draft.id;
}

export const readList = async (desk: Visitor, id: string, file: Uint8Array<ArrayBuffer>): Promise<ImportView> =>
  answered<ImportView>(await desk.send('POST', `/surveys/${id}/roster/read`, file));

/** What the page sends after the preview. */
export async function listRead(desk: Visitor, id: string, file: Uint8Array<ArrayBuffer>) {
  const { table, sheet, columns, day } = await readList(desk, id, file);
  return { table, sheet, columns, day };
}

export async function storeList(desk: Visitor, id: string, file: Uint8Array<ArrayBuffer>): Promise<void> {
  await answered(await desk.send('POST', `/surveys/${id}/roster`, await listRead(desk, id, file)), 201);
}

/** An open survey with a list of twelve. */
export async function openedRoster(desk: Visitor, where: Where, until: { closesAt: string }): Promise<string> {
  const id = await rosterDraft(desk, where);
  await storeList(desk, id, list(12));
  await answered(await desk.send('POST', `/surveys/${id}/open`, until));
  return id;
}

export async function listed(desk: Visitor, id: string, words = ''): Promise<ListedPersonView[]> {
  const path = `/surveys/${id}/roster/people?q=${encodeURIComponent(words)}`;
  return (await answered<PageView<ListedPersonView>>(await desk.send('GET', path))).items;
}
