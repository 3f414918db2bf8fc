import type { AccountView, GrantView } from '@danban/contract';
import type { House } from '../../house.ts';
import { department, school } from '../people.ts';
import { signedIn, type Desk, type Send } from '../visitor.ts';

export const schoolUnion = 'CD.THPT.SONGNINH';

/** Who has a part in the consultation of the school, each by the id of the account. */
export interface Parties {
  schoolUnion: string;
  drafter: string;
  head: string;
  moderator: string;
  second: string;
  inspector: string;
}

const at = (role: GrantView['role'], unitId: string, bodyId: string | null = null): GrantView => {
  return { role, unitId, bodyId };
};

/** Opinions are read by two of the provincial union, not by the school they are about. */
const accounts: Record<keyof Parties, { name: string; login: string; grant: GrantView }> = {
  schoolUnion: {
    name: 'Ban Chấp hành Công đoàn THPT Sông Ninh',
    login: 'cong-doan-song-ninh',
    grant: at('organizer', school, schoolUnion),
  },
  drafter: { name: 'Tổ Văn phòng THPT Sông Ninh', login: 'van-phong-song-ninh', grant: at('drafter', school) },
  head: { name: 'Hiệu trưởng THPT Sông Ninh', login: 'hieu-truong-song-ninh', grant: at('leader', school) },
  moderator: {
    name: 'Người rà soát 1, Công đoàn Giáo dục tỉnh',
    login: 'ra-soat-1',
    grant: at('moderator', department),
  },
  second: { name: 'Người rà soát 2, Công đoàn Giáo dục tỉnh', login: 'ra-soat-2', grant: at('moderator', department) },
  inspector: {
    name: 'Ban Thanh tra nhân dân cơ quan Sở',
    login: 'thanh-tra-nhan-dan',
    grant: at('inspector', department),
  },
};
const names = Object.keys(accounts) as (keyof Parties)[];

/** The administrator gives each of them an account. */
export async function settleParties(admin: Desk): Promise<Parties> {
  const settled: Partial<Parties> = {};
  for (const who of names) {
    const { name, login, grant } = accounts[who];
    const made = (await admin.post('/accounts', { name, login, grants: [grant] })) as { account: AccountView };
    settled[who] = made.account.id;
  }
  return settled as Parties;
}

/** Each at a desk of her own. */
export async function atTheirDesks(house: House, send: Send, parties: Parties): Promise<Record<keyof Parties, Desk>> {
  const desks = await Promise.all(names.map(async (who) => [who, await signedIn(house, send, parties[who])] as const));
  return Object.fromEntries(desks) as Record<keyof Parties, Desk>;
}
