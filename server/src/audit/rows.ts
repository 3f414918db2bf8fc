import type { AuditEvent, FullEntry, Link, Named } from '@danban/audit';
import type { Database } from '@danban/db';
import { searchKey } from '@danban/text';
import type { Insertable, Selectable } from 'kysely';

export type AuditRow = Selectable<Database['audit_event']>;

function named(id: string | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}

function actorIn(row: AuditRow): AuditEvent['actor'] {
  const person = named(row.actor_id, row.actor_name);
  return person && { ...person, role: row.actor_role, body: named(row.actor_body_id, row.actor_body_name) };
}

/** The event exactly as it was hashed. */
function eventIn(row: AuditRow): AuditEvent {
  return {
    at: new Date(row.at).toISOString(),
    actor: actorIn(row),
    act: row.act,
    object: { kind: row.object_kind, id: row.object_id, name: row.object_name },
    unit: named(row.unit_id, row.unit_name),
    details: row.details as AuditEvent['details'],
    salt: row.salt.toString('hex'),
  };
}

export function linkIn(row: Pick<AuditRow, 'seq' | 'previous' | 'content' | 'hash'>): Link {
  return {
    seq: row.seq,
    previous: row.previous?.toString('hex') ?? null,
    content: row.content.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}

export function entryIn(row: AuditRow): FullEntry {
  return { ...linkIn(row), event: eventIn(row) };
}

/** Every name in the event, as it is typed without marks. */
export function searchKeyOf({ actor, object, unit }: AuditEvent): string {
  return searchKey([actor?.name, actor?.body?.name, object.name, unit?.name].filter(Boolean).join(' '));
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

export function rowOf(event: AuditEvent, link: Link): Insertable<Database['audit_event']> {
  const { actor, object, unit } = event;
  return {
    seq: link.seq,
    at: event.at,
    actor_id: actor?.id ?? null,
    actor_name: actor?.name ?? null,
    actor_role: actor?.role ?? null,
    actor_body_id: actor?.body?.id ?? null,
    actor_body_name: actor?.body?.name ?? null,
    act: event.act,
    object_kind: object.kind,
    object_id: object.id,
    object_name: object.name,
    unit_id: unit?.id ?? null,
    unit_name: unit?.name ?? null,
    details: JSON.stringify(event.details),
    salt: bytes(event.salt),
    previous: link.previous === null ? null : bytes(link.previous),
    content: bytes(link.content),
    hash: bytes(link.hash),
    search_key: searchKeyOf(event),
  };
}
