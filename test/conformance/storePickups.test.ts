import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PickupsTable } from '../../electron/store/pickupTables.ts';
import type { Store } from '../../electron/store/store.ts';
import { engines } from './storeEngines.ts';

const pickup: PickupsTable = {
  id: 'p1',
  order_id: 'o1',
  order_no: 'A1',
  account_id: 'a',
  platform: 'kdniao',
  carrier: 'ZTO',
  order_code: 'A1P1',
  kind: 'appointment',
  state: 'sending',
  version: 0,
  request_json: '{}',
  start_at: null,
  end_at: null,
  waybill_no: '',
  platform_ref: '',
  raw_state: '',
  cost_fen: null,
  error_code: '',
  error_params_json: '{}',
  created_at: 1,
  updated_at: 1,
};

describe.each(engines)('pickups in the store on $name', ({ open }) => {
  let folder = '';
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'));
    store = await open(folder);
    await store.write((write) => write.pickups.insert(pickup));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('change their state along the table, once, by whoever saw the latest', async () => {
    const move = (...asked: Parameters<typeof store.read.pickups.move>) =>
      store.write((write) => write.pickups.move(...asked));
    expect(await move(pickup, 'collected')).toBe(false);
    expect(await move(pickup, 'placed', { platform_ref: 'r1' })).toBe(true);
    expect(await move(pickup, 'unsure')).toBe(false);
    expect(await store.read.pickups.byId('p1')).toMatchObject({
      state: 'placed',
      version: 1,
      platform_ref: 'r1',
    });
  });

  it('are found by code, order and state; a code is used once an account', async () => {
    const second = { ...pickup, id: 'p2', order_code: 'A1P2', state: 'placed' as const };
    await store.write((write) => write.pickups.insert(second));
    const { pickups } = store.read;
    expect(await pickups.byCode('a', 'A1P2')).toEqual(second);
    expect((await pickups.ofOrder('o1')).map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect((await pickups.inStates(['sending'])).map(({ id }) => id)).toEqual(['p1']);
    expect((await pickups.newest(1)).map(({ id }) => id)).toEqual(['p2']);
    await expect(store.write((write) => write.pickups.insert({ ...second, id: 'p3' }))).rejects.toThrow();
    await store.write((write) => write.pickups.note('p2', { cost_fen: 1_200 }));
    expect(await pickups.byId('p2')).toMatchObject({ cost_fen: 1_200, version: 0 });
  });
});
