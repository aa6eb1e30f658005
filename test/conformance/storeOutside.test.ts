import { describe, expect, it } from 'vitest';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const reference = (orderCode: string) => ({
  accountId: 'a',
  orderCode,
  state: 'open' as const,
  waybillNo: '',
  carrier: '',
  copiesJson: '[]',
  at: 1,
  goodsOf: '',
  orderId: '',
  otherThanJson: '[]',
});

describe.each(engines)('what an outside journal knows, on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('keeps one row for each code an outside journal knows, by account, and counts those nobody has taken up', async () => {
    const known = reference('C1');
    await desk.store.write(async ({ outsideReferences }) => {
      await outsideReferences.put(known);
      await outsideReferences.put({ ...known, waybillNo: 'W1' });
      await outsideReferences.put({ ...known, accountId: 'b', state: 'voided' });
    });
    const { outsideReferences } = desk.store.read;
    expect(await outsideReferences.ofCode('C1')).toEqual([
      { ...known, waybillNo: 'W1' },
      { ...known, accountId: 'b', state: 'voided' },
    ]);
    expect(await outsideReferences.ofCode('C2')).toEqual([]);
    expect(await outsideReferences.countOpen()).toBe(1);
    await desk.store.write((write) => write.outsideReferences.move(known, 'bound'));
    expect(await outsideReferences.countOpen()).toBe(1);
    await desk.store.write((write) => write.outsideReferences.move(known, 'adopted'));
    expect(await outsideReferences.countOpen()).toBe(0);
  });

  it('finds what an outside journal knows by the number of a code, by its goods and by whom it was given to', async () => {
    const known = reference('1-00AA00AA00');
    const merged = { ...known, orderCode: '7_1-00AA00AA00', goodsOf: ' 7_-00AA00AA00 8-00AA00AA00 ' };
    const { outsideReferences } = desk.store.read;
    expect(await outsideReferences.hasStanding()).toBe(false);
    await desk.store.write(async (write) => {
      await write.outsideReferences.put(known);
      await write.outsideReferences.put(merged);
      await write.outsideReferences.put({ ...known, orderCode: '1-00BB00BB00', state: 'adopted' });
      await write.outsideReferences.put({ ...known, orderCode: '11-00AA00AA00' });
    });
    expect(await outsideReferences.hasStanding()).toBe(true);
    expect(await outsideReferences.ofPrefix('1-')).toEqual([known]);
    expect(await outsideReferences.carrying('8-')).toEqual([merged]);
    expect(await outsideReferences.carrying('00AA')).toEqual([]);
    expect(await outsideReferences.givenTo('o1')).toBeUndefined();
    await desk.store.write((write) => write.outsideReferences.note(known, { orderId: 'o1' }));
    expect(await outsideReferences.givenTo('o1')).toEqual({ ...known, orderId: 'o1' });
    await desk.store.write((write) => write.outsideReferences.move(known, 'adopted'));
    expect(await outsideReferences.givenTo('o1')).toBeUndefined();
  });

  it('finds every order of one number, and none whose number only begins so', async () => {
    const keys = ['1', '1 @ 甲店', '1 ~ abcdef01', '1-P1 / 1', '10', '12 @ 甲店'];
    await desk.store.write((write) =>
      write.orders.insertMany(
        keys.map((orderKey, no) => sampleOrder(no, { orderKey, orderNo: orderKey.split(' ')[0] ?? '' })),
      ),
    );
    const found = await desk.store.read.orders.ofNumber('1');
    expect(found.map(({ orderKey }) => orderKey).sort()).toEqual(['1', '1 @ 甲店', '1 ~ abcdef01']);
  });
});
