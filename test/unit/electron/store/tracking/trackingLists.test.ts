import { expect, it } from 'vitest';
import type { NewParcel } from '../../../../../electron/store/schema.ts';
import { statesOfGroup } from '../../../../../shared/domain/trackingGroup.ts';
import { storeDesk } from '../../../../doubles/workspace/storeDesk.ts';

const desk = storeDesk();

const parcel = (waybillNo: string, more: Partial<NewParcel> = {}): NewParcel => ({
  waybillNo,
  carrier: 'ZTO',
  orderId: '',
  orderNo: `order-${waybillNo}`,
  accountId: 'a1',
  phoneTail: '0000',
  state: 'in-transit',
  exception: '',
  lastText: '',
  lastAt: null,
  checkedAt: null,
  nextDueAt: 0,
  bookedAt: 1_000,
  ...more,
});

const follow = (...rows: readonly NewParcel[]) =>
  desk.store.write(async ({ tracking }) => {
    for (const row of rows) await tracking.follow(row);
  });
const firstRows = { offset: 0, limit: 10 };
const numbers = (rows: readonly Pick<NewParcel, 'waybillNo'>[]) => rows.map(({ waybillNo }) => waybillNo);
const totals = async () =>
  Object.fromEntries(
    (await desk.store.read.tracking.totals())
      .filter(({ total }) => total > 0)
      .map(({ state, isException, total }) => [`${state}${isException === 1 ? '!' : ''}`, total]),
  );

it('shows what is silent for longest first, and of what was signed the newest', async () => {
  await follow(
    parcel('1', { lastAt: 30 }),
    parcel('2', { lastAt: 10, state: 'collected' }),
    parcel('3', { bookedAt: 20 }),
    parcel('4', { state: 'signed', lastAt: 5 }),
    parcel('5', { state: 'signed', lastAt: 8 }),
  );
  const { tracking } = desk.store.read;
  const moving = { states: statesOfGroup('moving') ?? [] };
  expect(numbers(await tracking.window(moving, firstRows))).toEqual(['2', '3', '1']);
  expect(numbers(await tracking.window({ states: ['signed'] }, firstRows))).toEqual(['5', '4']);
  expect(numbers(await tracking.window({ newsBefore: 25 }, firstRows))).toEqual(['2', '3']);
});

it('finds a parcel by the end of its number, of its order number or of the phone, and what is on its way first', async () => {
  await follow(
    parcel('75300000001234', { state: 'signed', bookedAt: 9 }),
    parcel('SF2', { orderNo: '33001234', bookedAt: 1 }),
    parcel('3', { phoneTail: '1234', bookedAt: 2 }),
    parcel('1234000'),
  );
  const { tracking } = desk.store.read;
  expect(numbers(await tracking.find('1234', 8))).toEqual(['3', 'SF2', '75300000001234']);
  expect(numbers(await tracking.find(' sf2 ', 8))).toEqual(['SF2']);
  expect(numbers(await tracking.find('00001234', 8))).toEqual(['75300000001234']);
  expect(numbers(await tracking.find('12340', 8))).toEqual(['1234000']);
  expect(await tracking.find('%', 8)).toEqual([]);
  expect(await tracking.count({ search: '1234' })).toBe(3);
});

it('shows what is due to be asked about, the longest overdue first', async () => {
  await follow(
    parcel('1', { nextDueAt: 20 }),
    parcel('2', { nextDueAt: 10 }),
    parcel('3', { nextDueAt: 31 }),
    parcel('4', { nextDueAt: 30, orderNo: '33009999' }),
  );
  const { tracking } = desk.store.read;
  expect(numbers(await tracking.window({ dueBy: 30 }, firstRows))).toEqual(['2', '1', '4']);
  expect(numbers(await tracking.window({ dueBy: 30, search: '9999' }, firstRows))).toEqual(['4']);
  expect(await tracking.count({ dueBy: 30 })).toBe(3);
});

it('keeps the totals with every change of a parcel', async () => {
  await follow(
    parcel('1'),
    parcel('2'),
    parcel('2', { state: 'signed' }),
    parcel('3', { exception: 'lost' }),
  );
  expect(await totals()).toEqual({ 'in-transit': 2, 'in-transit!': 1 });
  await desk.store.write(async ({ tracking }) => {
    await tracking.update('1', { state: 'signed', lastText: 'a' });
    await tracking.update('3', { exception: '' });
    await tracking.update('2', { exception: 'lost', checkedAt: 5 });
  });
  expect(await totals()).toEqual({ signed: 1, 'in-transit': 1, 'in-transit!': 1 });
});
