import { chmod, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBinaries } from './binaries.ts';
import { application, folder, start } from './testing/scene.ts';

async function stoppedFolder(): Promise<string> {
  const dataDir = await folder();
  await (await start(dataDir)).stop();
  return dataDir;
}

test('a system without binaries is told to bring its own server', () => {
  expect(() => findBinaries('freebsd', 'x64')).toThrow(expect.objectContaining({ code: 'platform-unsupported' }));
});

test('a folder without the right to write', async () => {
  const dataDir = await folder();
  await chmod(dataDir, 0o500);
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'folder-not-writable', folder: dataDir });
});

test('a file where the folder should be', async () => {
  const dataDir = join(await folder(), 'file');
  await writeFile(dataDir, '');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'folder-not-writable' });
});

test.runIf(process.platform === 'linux').each([
  ['room for nothing', '64k'],
  ['room for a part of the files', '20m'],
])('a full disk: %s', async (_, size) => {
  const dataDir = await folder();
  const tiny = `mount -t tmpfs -o size=${size} tmpfs ${dataDir} && exec "$@"`;
  const wrap = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', tiny, 'sh'];
  expect((await application(dataDir, wrap)).said).toEqual({ code: 'disk-full' });
});

test.runIf(process.getuid?.() === 0)('root on a system without user namespaces', async () => {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
  const wrap = ['unshare', '--user', '--map-root-user', 'sh', '-c', forbid, 'sh'];
  expect((await application(await folder(), wrap)).said).toEqual({ code: 'root-refused' });
});

test('a folder of database files that lost its heart', async () => {
  const dataDir = await stoppedFolder();
  await truncate(join(dataDir, 'pg', 'global', 'pg_control'), 100);
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-corrupt' });
});

test('a folder whose log of changes is gone', async () => {
  const dataDir = await stoppedFolder();
  await rm(join(dataDir, 'pg', 'pg_wal'), { recursive: true });
  await mkdir(join(dataDir, 'pg', 'pg_wal'), { mode: 0o700 });
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-corrupt' });
});

test('a folder with other files in the place of the database', async () => {
  const dataDir = await folder();
  await mkdir(join(dataDir, 'pg'));
  await writeFile(join(dataDir, 'pg', 'something'), '');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-corrupt' });
});

test('files of another major version', async () => {
  const dataDir = await stoppedFolder();
  await writeFile(join(dataDir, 'pg', 'PG_VERSION'), '14\n');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-other-version' });
});

test('a folder that was refused starts once the reason is gone', async () => {
  const dataDir = await folder();
  await chmod(dataDir, 0o500);
  await expect(start(dataDir)).rejects.toThrow();
  await chmod(dataDir, 0o700);
  await expect(start(dataDir).then((server) => server.stop())).resolves.toBeUndefined();
});
