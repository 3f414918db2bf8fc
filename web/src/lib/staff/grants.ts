import { roles, type HeldGrantView, type Role } from '@danban/contract';
import { say } from '../i18n.ts';

/** Only roles somebody can already use. */
export const offeredRoles: readonly Role[] = roles.filter((role) => role !== 'moderator');

export function isOffered(role: string | null): role is Role {
  return offeredRoles.some((one) => one === role);
}

/** A role with its scope, as a person would say it. */
export function grantSentence({ role, unit, body }: HeldGrantView): string {
  const names = { role: say(`role.${role}`), unit };
  return body === null ? say('accounts.at', names) : say('accounts.for', { ...names, body });
}

export const grantKey = ({ role, unitId, bodyId }: HeldGrantView): string => `${role} ${unitId} ${bodyId ?? ''}`;

/** The field of a form about one role for a place the API names in it. */
export function grantFieldOf(path: string): string {
  const part = path.split('.').at(-1) ?? '';
  return part === 'bodyId' || !path.includes('.') ? part : '';
}
