import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredPickup } from '../../electron/store/booking/bookingRows.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const pickup: StoredPickup = {
  id: 'p1',
  orderId: 'o1',
  orderNo: 'A1',
  accountId: 'a',
  platform: 'kdniao',
  carrier: 'ZTO',
  orderCode: 'A1P1',
  kind: 'appointment',
  state: 'sending',
  version: 0,
  requestJson: '{}',
  startAt: null,
  endAt: null,
  waybillNo: '',
  platformRef: '',
  rawState: '',
  costFen: null,
  errorCode: '',
  errorParamsJson: '{}',
  createdAt: 1,
  updatedAt: 1,
  claimedBy: '',
};

describe.each(engines)('pickups in the store on $name', ({ open }) => {
  const desk = storeDesk(open);
  beforeEach(async () => {
    await desk.store.write((write) => write.pickups.insert(pickup));
  });

  it('change their state along the table, once, by whoever saw the latest', async () => {
    const move = (...asked: Parameters<typeof desk.store.read.pickups.move>) =>
      desk.store.write((write) => write.pickups.move(...asked));
    expect(await move(pickup, 'collected')).toBeUndefined();
    expect(await move(pickup, 'placed', { platformRef: 'r1' })).toMatchObject({
      state: 'placed',
      version: 1,
    });
    expect(await move(pickup, 'unsure')).toBeUndefined();
    expect(await desk.store.read.pickups.byId('p1')).toMatchObject({
      state: 'placed',
      version: 1,
      platformRef: 'r1',
    });
  });

  it('are found by code, order and state; a code is used once an account', async () => {
    const second = { ...pickup, id: 'p2', orderCode: 'A1P2', state: 'placed' as const };
    await desk.store.write((write) => write.pickups.insert(second));
    const { pickups } = desk.store.read;
    expect(await pickups.byCode('a', 'A1P2')).toEqual(second);
    expect((await pickups.ofOrder('o1')).map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect((await pickups.inStates(['sending'])).map(({ id }) => id)).toEqual(['p1']);
    expect((await pickups.newest(1)).map(({ id }) => id)).toEqual(['p2']);
    await expect(
      desk.store.write((write) => write.pickups.insert({ ...second, id: 'p3' })),
    ).rejects.toThrow();
    await desk.store.write((write) => write.pickups.note('p2', { costFen: 1_200 }));
    expect(await pickups.byId('p2')).toMatchObject({ costFen: 1_200, version: 0 });
  });
});
