import { formatDateTime, isMessageKey, t, type Lang, type MessageKey, type Params } from '../messages.ts';

/** An act of the audit log as it is read; the shape of `details` depends on `act`. */
export interface ReadAct {
  actor: { name: string; role: string | null; body: string | null } | null;
  act: string;
  object: { name: string };
  details: Readonly<Record<string, unknown>>;
}

/** Names of the units, bodies and accounts that the details mention by id. */
export type Names = Readonly<Record<string, string>>;

interface Role {
  role: string;
  unit: string;
  body: string | null;
}

/** The short name of an act, for lists to choose from. */
export function actName(lang: Lang, act: string): string {
  const key = `act.name.${act}`;
  return isMessageKey(key) ? t(lang, key) : act;
}

function roleName(lang: Lang, role: string): string {
  const key = `role.${role}`;
  return isMessageKey(key) ? t(lang, key) : role;
}

/** "Nguyễn Thị Lan (Người tổ chức, Công đoàn …)". */
export function whoActed(lang: Lang, actor: ReadAct['actor']): string {
  if (actor === null) return t(lang, 'act.who.system');
  if (actor.role === null) return actor.name;
  const said = { name: actor.name, role: roleName(lang, actor.role) };
  return actor.body === null ? t(lang, 'act.who.role', said) : t(lang, 'act.who.body', { ...said, body: actor.body });
}

function rolesInWords(lang: Lang, roles: readonly Role[], names: Names): string {
  const words = roles.map(({ role, unit, body }) => {
    const said = { role: roleName(lang, role), unit: names[unit] ?? unit };
    return body === null
      ? t(lang, 'act.role.at', said)
      : t(lang, 'act.role.for', { ...said, body: names[body] ?? body });
  });
  return words.length === 0 ? t(lang, 'act.role.none') : words.join('; ');
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const digest = /^[0-9a-f]{64}$/;

function valueInWords(lang: Lang, value: unknown, names: Names): string | number | undefined {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return rolesInWords(lang, value as Role[], names);
  if (typeof value !== 'string') return undefined;
  if (instant.test(value)) return formatDateTime(lang, value);
  if (digest.test(value)) return value.slice(0, 16);
  return names[value] ?? decisionName(lang, value) ?? value;
}

/** What somebody decided of an opinion, by its code. */
function decisionName(lang: Lang, code: string): string | undefined {
  const key = `opinions.decision.${code}`;
  return isMessageKey(key) ? t(lang, key) : undefined;
}

/** `{ before: { unit: 5 } }` is filled in as `{beforeUnit}`. */
function flat(details: ReadAct['details']): [string, unknown][] {
  return Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
    return Object.entries(value).map(([inner, one]) => [name + inner[0]!.toUpperCase() + inner.slice(1), one]);
  });
}

/** The sentence of an act; one of its details may choose another (`act.session.sign-out.everywhere`). */
function keyOf({ act, details }: ReadAct): MessageKey {
  const chosen = Object.entries(details).map(([name, value]) => (value === true ? name : String(value)));
  const keys = [...chosen.map((word) => `act.${act}.${word}`), `act.${act}`];
  return keys.find(isMessageKey) ?? 'act.unknown';
}

/** One act as a sentence. An act this version does not know is named by its code. */
export function actSentence(lang: Lang, read: ReadAct, names: Names = {}): string {
  const params: Record<string, string | number> = {
    who: whoActed(lang, read.actor),
    object: read.object.name,
    act: read.act,
  };
  for (const [name, value] of flat(read.details)) {
    const words = valueInWords(lang, value, names);
    if (words !== undefined) params[name] = words;
  }
  return t(lang, keyOf(read), params satisfies Params);
}
