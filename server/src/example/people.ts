import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { GrantView } from '@danban/contract';
import type { FirstAdministrator } from '../accounts/inputs.ts';
import { insertAccount, insertGrants } from '../accounts/queries.ts';
import { actingAs } from '@danban/access';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { loadOrganisation } from '../organisations/index.ts';
import { hashPassword } from '../sessions/password.ts';

/** The province's education sector as it stood before the reorganisations of 2024 and 2025. */
const asOf = '2023-11-20';
export const union = 'CDGD-TINH';
export const department = 'SGDDT';
export const school = 'THPT.SONGNINH';
const province = 'UBND-TINH';

export interface People {
  admin: string;
  organizer: string;
  leader: string;
}

const grants: Record<keyof People, GrantView[]> = {
  admin: [{ role: 'admin', unitId: province, bodyId: null }],
  organizer: [{ role: 'organizer', unitId: department, bodyId: union }],
  leader: [{ role: 'leader', unitId: department, bodyId: null }],
};

const names: Record<keyof People, { name: string; login: string }> = {
  admin: { name: 'Quản trị hệ thống', login: 'quan-tri' },
  organizer: { name: 'Cán bộ Công đoàn Giáo dục tỉnh', login: 'cong-doan' },
  leader: { name: 'Lãnh đạo Sở Giáo dục và Đào tạo', login: 'lanh-dao' },
};

export async function settle(house: House, admin: FirstAdministrator | undefined): Promise<People> {
  const file = new URL('../seeds/org-tree.json', import.meta.resolve('@danban/db'));
  await loadOrganisation(house.db, JSON.parse(readFileSync(file, 'utf8')), { asOf });
  const passwordHash = admin ? await hashPassword(admin.password) : null;
  return house.db.transaction().execute(async (trx) => {
    const people: People = { admin: randomUUID(), organizer: randomUUID(), leader: randomUUID() };
    for (const who of ['admin', 'organizer', 'leader'] as const) {
      const own = who === 'admin' && admin ? admin : names[who];
      const hash = who === 'admin' ? passwordHash : null;
      await insertAccount(trx, { id: people[who], name: own.name, login: own.login, passwordHash: hash });
      await insertGrants(trx, people[who], grants[who]);
    }
    const by = admin ? actingAs({ id: people.admin, name: admin.name }, 'admin') : null;
    await record(house, trx, { by, act: 'setup.finish', details: { choice: 'example' } });
    return people;
  });
}
