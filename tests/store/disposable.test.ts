/** A store whose data is made anew where its making is interrupted: it is on disk when it is closed, or it is gone. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect, emptyDirectory, exited, open, startOwner } from './harness';

const collectionOf = async (uri: string) => (await connect(uri)).db().collection('made');

it('keeps what was written once it is closed, also for those who open it as usual', async () => {
  const directory = emptyDirectory();
  const store = await open(directory, { disposable: true });
  const before = await collectionOf(store.uri('test'));
  await before.createIndex({ n: 1 }, { unique: true });
  await Promise.all(Array.from({ length: 300 }, (_, n) => before.insertOne({ n })));
  expect(existsSync(join(directory, 'unfinished'))).toBe(true);
  await store.close();
  expect(readdirSync(directory).filter((name) => !name.startsWith('data'))).toEqual([]);

  for (const disposable of [false, true]) {
    const again = await open(directory, { disposable });
    expect(await (await collectionOf(again.uri('test'))).countDocuments()).toBe(300);
    await again.close();
  }
});

it('begins anew after a death in the middle', async () => {
  const directory = emptyDirectory();
  const owner = await startOwner(directory, 'disposable');
  const { uri } = JSON.parse(String((await owner.lines.next()).value)) as { uri: string };
  await (await collectionOf(uri)).insertOne({ n: 1 });
  owner.process.kill('SIGKILL');
  await exited(owner.process);

  const store = await open(directory);
  const after = await collectionOf(store.uri('test'));
  expect(await after.countDocuments()).toBe(0);
  await after.insertOne({ n: 2 });
  await store.close();
  const again = await open(directory);
  expect(await (await collectionOf(again.uri('test'))).countDocuments()).toBe(1);
});
