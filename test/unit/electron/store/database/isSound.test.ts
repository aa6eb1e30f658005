import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSound } from '../../../../../electron/store/database/isSound.ts';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../../../electron/store/openStore.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { folderDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = folderDesk();

it('a damaged page is found at the start of a usual database, and by a whole reading of one too large for that', async () => {
  const store = await openStore(desk.folder, storeKey, 'may-create');
  if (!store.ok) throw new Error(store.code);
  await store.value.write((write) =>
    write.orders.insertMany(Array.from({ length: 400 }, (_, no) => sampleOrder(no))),
  );
  await store.value.close();
  const path = join(desk.folder, databaseFileName);
  const bytes = readFileSync(path);
  const pageBytes = 4_096;
  const page = Math.floor((bytes.length / pageBytes) * 0.9);
  bytes.fill(0x5a, page * pageBytes, (page + 1) * pageBytes);
  writeFileSync(path, bytes);
  const opened = openDatabase(path, storeKey, 'reader');
  if (!opened.ok) throw new Error(opened.code);
  const { value: database } = opened;
  expect(isSound(database)).toBe(false);
  expect(isSound(database, 0)).toBe(true);
  // As `doctor` and backups read it.
  expect(database.pragma('integrity_check(1)', { simple: true })).not.toBe('ok');
  database.close();
});
