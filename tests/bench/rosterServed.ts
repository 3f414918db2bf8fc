// The product in a process of its own with a province of two hundred schools, for `roster.ts`. It answers on its channel how
// long the main thread stood still at most, and how much memory it held at most, since it was asked last.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { createSignInLink, inOneDatabase, openHouseOn, type House } from '@danban/server';
import type { Address } from '@danban/db';
import { settle } from '@danban/server/example/people';
import { listenerWithoutPages } from '../../web/front/handler.ts';
import type { RosterServed, Strain } from './served.types.ts';

const { connection, keysDir, smtpUrl, schools, organizer } = JSON.parse(process.env['BENCH']!) as {
  connection: Address;
  keysDir: string;
  smtpUrl?: string;
  schools: number;
  organizer?: string;
};

async function addSchools({ db }: House): Promise<void> {
  await sql`
    insert into unit (id, type, name, short_name, valid_from, search_key)
    select 'truong.' || n, 'school', 'Trường THCS số ' || n, 'THCS ' || n, date '2016-01-01', 'truong thcs so ' || n
    from generate_series(1, ${schools}::int) n`.execute(db);
  await sql`
    insert into unit_place (unit_id, valid_from, parent_id)
    select 'truong.' || n, date '2016-01-01', 'SGDDT' from generate_series(1, ${schools}::int) n`.execute(db);
}

const origin = 'http://localhost';
const { house } = await openHouseOn({
  databases: inOneDatabase(connection),
  keysDir,
  origin,
  mail: { smtpUrl, from: 'Công đoàn <khaosat@truong.edu.vn>', dir: join(keysDir, 'mail') },
});
const who = organizer ?? (await settle(house, undefined)).organizer;
if (organizer === undefined) await addSchools(house);

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
