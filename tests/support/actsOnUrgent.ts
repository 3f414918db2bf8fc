import type { ActElsewhere } from './actsOnOpinions.ts';
import { freshDatabase } from './freshDatabase.ts';
import { testHouse } from './house.ts';
import { setUpProvince } from './staff.ts';

/** How the staff route that needs a server of mail is driven; that it is away is told as well. */
export const actsOnUrgent: Record<string, ActElsewhere> = {
  'POST /urgent-contact/test': [
    ['urgent.test'],
    async () => {
      const at = await testHouse(await freshDatabase(), { smtpUrl: 'smtp://127.0.0.1:1' });
      const admin = await setUpProvince(at);
      await admin.send('PUT', '/urgent-contact', { name: 'Cô Hạnh', email: 'hanh@truong.edu.vn', phone: null });
      return { at, act: () => admin.send('POST', '/urgent-contact/test') };
    },
  ],
};
