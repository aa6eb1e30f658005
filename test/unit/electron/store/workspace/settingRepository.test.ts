import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { type EmbeddedStore, openStore } from '../../../../../electron/store/openStore.ts';

const key = new Uint8Array(32).fill(3);
let folder = '';
let store: EmbeddedStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const opened = await openStore(folder, key, true);
  if (!opened.ok) throw new Error(opened.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('gives one setting alone, or what it is until somebody sets it', async () => {
  expect(await store.read.settings.get('defaultCarrier')).toBe('ZTO');
  expect(await store.read.settings.get('printRules')).toMatchObject({ reprintLimit: 5 });
  await store.write((write) => write.settings.put('defaultCarrier', 'SF'));
  await store.write((write) => write.settings.put('defaultPrinterUri', null));
  expect(await store.read.settings.get('defaultCarrier')).toBe('SF');
  expect(await store.read.settings.get('defaultPrinterUri')).toBeNull();
  expect(await store.read.settings.all()).toMatchObject({ defaultCarrier: 'SF', minConfidence: 0.7 });
});

it.each(['{"cut off', '7', 'null'])(
  'takes a value nobody can read (%s) for one nobody has set',
  async (text) => {
    const raw = openDatabase(join(folder, databaseFileName), key, 'writer');
    if (!raw.ok) throw new Error(raw.code);
    const insert = raw.value.prepare('insert into settings (key, value_json) values (?, ?)');
    for (const name of ['defaultCarrier', 'printRules', 'lastBackupAt', 'language']) insert.run(name, text);
    raw.value.close();
    expect(await store.read.settings.get('defaultCarrier')).toBe('ZTO');
    expect(await store.read.settings.get('printRules')).toMatchObject({ staleAfterMinutes: 240 });
    expect(await store.read.settings.all()).toMatchObject({ defaultCarrier: 'ZTO', language: 'zh-CN' });
  },
);
