import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openStore } from '../../../electron/store/openStore.ts';
import type { Store } from '../../../electron/store/store.ts';
import { putReadyDatabase } from './readyDatabase.ts';

/** Of the stores that tests make for themselves. */
export const storeKey = new Uint8Array(32).fill(3);

async function openNew(folder: string) {
  await putReadyDatabase(folder, storeKey);
  const opened = await openStore(folder, storeKey, 'must-exist');
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

/** A folder of its own before each test, gone after it. */
export function folderDesk(): { folder: string } {
  const desk = { folder: '' };
  beforeEach(() => {
    desk.folder = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(desk.folder, { recursive: true }));
  return desk;
}

/** The same with a store in it. `reopen`: as after a restart of the program. */
export function storeDesk(open: (folder: string) => Promise<Store> = openNew) {
  const desk = Object.assign(folderDesk(), {
    store: undefined as unknown as Store,
    async reopen(): Promise<void> {
      await desk.store.close();
      desk.store = await open(desk.folder);
    },
  });
  beforeEach(async () => {
    desk.store = await open(desk.folder);
  });
  afterEach(() => desk.store.close());
  return desk;
}
