import { anchorText, type AuditEvent, type Head } from '@danban/audit';
import type { AuditEntryView } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { findNames } from './find.queries.ts';
import { entryIn, type AuditRow } from './rows.ts';

export function entryView(row: AuditRow): AuditEntryView {
  const { seq, hash, event } = entryIn(row);
  const { at, actor, act, object, unit, details } = event;
  const who = actor && { name: actor.name, role: actor.role, body: actor.body?.name ?? null };
  return { seq, hash, at, actor: who, act, object, unit: unit?.name ?? null, details };
}

/** Units and bodies stand in details by id, inside of lists of roles; an account by itself. */
function idsIn(details: AuditEvent['details']): string[] {
  const values: unknown[] = Object.values(details);
  const inRoles = values
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
    .flatMap((role): unknown[] => Object.values(role as object));
  return [...values, ...inRoles].filter((value) => typeof value === 'string');
}

/** The names a reader needs beside these acts. */
export async function namesFor(
  db: Db,
  entries: readonly Pick<AuditEvent, 'details'>[],
): Promise<Record<string, string>> {
  return findNames(db, [...new Set(entries.flatMap(({ details }) => idsIn(details)))]);
}

export function headView(head: Head): { seq: number; noted: string } {
  return { seq: head.seq, noted: anchorText(head) };
}
