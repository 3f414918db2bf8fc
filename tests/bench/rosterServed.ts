// The product in a process of its own with a province of two hundred schools, for `roster.ts`. It answers on its channel how
// long the main thread stood still at most, and how much memory it held at most, since it was asked last.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { createSignInLink, inOneDatabase, openHouseOn } from '@danban/server';
import type { Address } from '@danban/db';
import { settle } from '@danban/server/example/people';
import { listenerWithoutPages } from '../../web/front/handler.ts';
import type { RosterServed, Strain } from './served.types.ts';
import { addSchools } from './units.ts';

const { connection, keysDir, smtpUrl, schools, organizer } = JSON.parse(process.env['BENCH']!) as {
  connection: Address;
  keysDir: string;
  smtpUrl?: string;
  schools: number;
  organizer?: string;
};

const origin = 'http://localhost';
const { house } = await openHouseOn({
  databases: inOneDatabase(connection),
  keysDir,
  origin,
  mail: { smtpUrl, from: 'Công đoàn <khaosat@truong.edu.vn>', dir: join(keysDir, 'mail') },
});
const who = organizer ?? (await settle(house, undefined)).organizer;
if (organizer === undefined)
  await addSchools(
    house.db,
    { prefix: 'truong', name: 'Trường THCS số', key: 'truong thcs so', many: schools },
    sql`'SGDDT'`,
  );

const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();
let memory = 0;
setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 20).unref();
process.on('message', () => {
  const strain: Strain = { stillMs: lag.max / 1e6, memoryMb: Math.max(memory, process.memoryUsage.rss()) / 1e6 };
  lag.reset();
  memory = 0;
  process.send!(strain);
});

const server = createServer(listenerWithoutPages(house, 'all'));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  void createSignInLink(house, who).then((signIn) => {
    process.send!({ port, signIn, organizer: who } satisfies RosterServed);
  });
});
process.once('disconnect', () => process.exit(0));
