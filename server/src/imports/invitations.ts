import { setImmediate as pause } from 'node:timers/promises';
import type { InvitationView } from '@danban/contract';
import { t } from '@danban/i18n';
import { csvText } from '@danban/tables';
import { qrSvg } from '../surveys/qr.ts';

export type Invitation = Omit<InvitationView, 'qr'>;

/** Pictures drawn in one go; respondents are answered between two of them. */
const atOnce = 10;

function picture(link: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(link)).toString('base64')}`;
}

/** Each invitation with its link as a QR code: nobody types 43 letters from paper. */
export async function illustrated(invitations: readonly Invitation[]): Promise<InvitationView[]> {
  const views: InvitationView[] = [];
  for (const [i, invitation] of invitations.entries()) {
    if (i % atOnce === 0) await pause();
    views.push({ ...invitation, qr: picture(invitation.link) });
  }
  return views;
}

/** The invitations as a list, for who hands them out by e-mail. */
export function invitationsCsv(invitations: readonly Invitation[]): string {
  if (invitations.length === 0) return '';
  const columns = ['name', 'login', 'unit', 'link'] as const;
  const headings = columns.map((column) => t('vi', `import.invitation.${column}`));
  return csvText([headings, ...invitations.map((invitation) => columns.map((column) => invitation[column]))], 'vi');
}
