import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../electron/store/store.ts';
import { engines } from './storeEngines.ts';

describe.each(engines)('paper rolls in the store on $name', ({ open }) => {
  let folder = '';
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'));
    store = await open(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps one roll a printer: the new one takes the place of the old', async () => {
    const roll = { printerUri: 'tcp://a', labels: 500, loadedAt: 1 };
    await store.write((write) => write.paperRolls.put(roll));
    await store.write((write) => write.paperRolls.put({ ...roll, printerUri: 'tcp://b' }));
    await store.write((write) => write.paperRolls.put({ ...roll, labels: 1_000, loadedAt: 9 }));
    expect(await store.read.paperRolls.all()).toEqual([
      { printerUri: 'tcp://a', labels: 1_000, loadedAt: 9 },
      { printerUri: 'tcp://b', labels: 500, loadedAt: 1 },
    ]);
  });
});
