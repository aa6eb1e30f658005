import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import { storeDesk, storeKey } from '../../../../doubles/workspace/storeDesk.ts';

const desk = storeDesk();

it('gives one setting alone, or what it is until somebody sets it', async () => {
  expect(await desk.store.read.settings.get('defaultCarrier')).toBe('ZTO');
  expect(await desk.store.read.settings.get('printRules')).toMatchObject({ reprintLimit: 5 });
  await desk.store.write((write) => write.settings.put('defaultCarrier', 'SF'));
  await desk.store.write((write) => write.settings.put('defaultPrinterUri', null));
  expect(await desk.store.read.settings.get('defaultCarrier')).toBe('SF');
  expect(await desk.store.read.settings.get('defaultPrinterUri')).toBeNull();
  expect(await desk.store.read.settings.all()).toMatchObject({ defaultCarrier: 'SF', minConfidence: 0.7 });
});

it.each(['{"cut off', '7', 'null'])(
  'takes a value nobody can read (%s) for one nobody has set',
  async (text) => {
    const raw = openDatabase(join(desk.folder, databaseFileName), storeKey, 'writer');
    if (!raw.ok) throw new Error(raw.code);
    const insert = raw.value.prepare('insert into settings (key, value_json) values (?, ?)');
    for (const name of ['defaultCarrier', 'printRules', 'lastBackupAt', 'language']) insert.run(name, text);
    raw.value.close();
    expect(await desk.store.read.settings.get('defaultCarrier')).toBe('ZTO');
    expect(await desk.store.read.settings.get('printRules')).toMatchObject({ staleAfterMinutes: 240 });
    expect(await desk.store.read.settings.all()).toMatchObject({ defaultCarrier: 'ZTO', language: 'zh-CN' });
  },
);
