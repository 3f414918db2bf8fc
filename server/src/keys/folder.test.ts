import { mkdtemp, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { keyFolder, type KeyFolder } from './folder.ts';

const key = Buffer.from('a private key');
let root: string;
let keys: KeyFolder;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danban-keys-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  keys = keyFolder(root);
  await keys.create('survey');
  await keys.write('survey', 'tag', key);
  await keys.write('survey', 'batch', key);
});

const state = () => keys.stateOf('survey', 'batch');

test('a key that was written is there and is read as it was', async () => {
  expect(await state()).toBe('there');
  expect(await keys.read('survey', 'batch')).toEqual(key);
});

test('of a destroyed key an empty file tells that it was destroyed, and nothing else is left', async () => {
  await keys.destroy('survey', 'batch');
  expect(await state()).toBe('destroyed');
  expect((await readdir(join(root, 'survey'))).sort()).toEqual(['batch.destroyed', 'tag']);
  expect(await keys.names('survey')).toEqual(['tag']);
  await expect(keys.read('survey', 'batch')).rejects.toMatchObject({ code: 'keys-away' });
});

test.each([
  ['overwritten', (path: string) => writeFile(path, Buffer.alloc(key.length))],
  ['emptied', (path: string) => truncate(path)],
])('a destruction that was cut short, the file %s and no more, is a destruction', async (_, cutShort) => {
  await cutShort(join(root, 'survey', 'batch'));
  expect(await state()).toBe('destroyed');
  await keys.destroy('survey', 'batch');
  expect(await state()).toBe('destroyed');
});

test.each([
  ['its file is missing beside another key', (folder: string) => rm(join(folder, 'batch'))],
  ['the folder of its survey is missing', (folder: string) => rm(folder, { recursive: true })],
  ['the whole folder is missing', (folder: string) => rm(join(folder, '..'), { recursive: true })],
  ['there is a file where its folder was', replaceByFile],
  ['its file cannot be read', unreadable],
])('where %s nothing is concluded', async (_, happens) => {
  await happens(join(root, 'survey'));
  expect(await state()).toBe('away');
  await expect(keys.read('survey', 'batch')).rejects.toMatchObject({ code: 'keys-away' });
});

async function replaceByFile(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder');
}

async function unreadable(folder: string): Promise<void> {
  await rm(join(folder, 'batch'));
  await symlink(join(folder, 'batch'), join(folder, 'batch'));
}

test('a missing key is lost where somebody has declared it, and one that is there is not', async () => {
  await writeFile(join(root, 'survey', 'lost'), '');
  expect(await state()).toBe('there');
  await rename(join(root, 'survey', 'batch'), join(root, 'aside'));
  expect(await state()).toBe('lost');
  await keys.clear('survey', 'lost');
  expect(await state()).toBe('away');
});

test('a folder that is away does not come back by a key that is written', async () => {
  await rename(join(root, 'survey'), join(root, 'aside'));
  await expect(keys.write('survey', 'next', key)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(root)).toEqual(['aside']);
});

test('destroying all leaves nothing, not even a folder', async () => {
  await keys.destroy('survey', 'batch');
  await keys.destroyAll('survey', 'tag');
  expect(await readdir(root)).toEqual([]);
});
