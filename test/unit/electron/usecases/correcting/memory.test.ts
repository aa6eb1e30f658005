import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import {
  bringBackLearned,
  forgetLearned,
  readLearned,
} from '../../../../../electron/usecases/correcting/memory.ts';
import { suggestReceivers } from '../../../../../electron/usecases/correcting/suggest.ts';
import { readSteps, undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { unclearOrder } from '../../../../doubles/workspace/unclearOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const receiver: Party = {
  name: '林小满',
  phone: '13912345678',
  extension: '',
  province: '陕西省',
  city: '西安市',
  district: '雁塔区',
  town: '',
  detail: '高新区科技路8号2栋301室',
};

async function add(...orders: readonly ReturnType<typeof unclearOrder>[]): Promise<void> {
  await workspace.store.write((write) => write.orders.insertMany(orders));
}

async function undo(orderId: string): Promise<void> {
  const step = (await readSteps(workspace, 9)).find((one) => one.orderId === orderId);
  await undoStep(workspace, step?.stepId ?? '');
}

async function accept(orderId: string, taken: Party = receiver): Promise<void> {
  const order = await workspace.store.read.orders.byId(orderId);
  const accepted = await acceptTogether(workspace, {
    together: 1,
    orderId,
    version: order?.version ?? -1,
    receiver: taken,
  });
  if (!accepted.ok) throw new Error(accepted.code);
}

async function suggested(orderId: string) {
  const found = await suggestReceivers(workspace, orderId);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const learned = () => readLearned(workspace, { offset: 0, limit: 50 });
const text = '林小满 13912345678 西安高新区科技路8号2栋301室';

describe('what an accepted correction teaches', () => {
  it('is offered for the same text, however it is spaced and whatever the width of its signs', async () => {
    await add(
      unclearOrder(1, text),
      unclearOrder(2, '林小满　１３９１２３４５６７８  西安高新区 科技路8号2栋301室 '),
    );
    await accept(unclearOrder(1, text).id);
    expect(await suggested(unclearOrder(2, '').id)).toMatchObject([
      { origin: 'exact-address', receiver, usedCount: 0 },
    ]);
  });

  it('is offered with the own name and phone when only the address is the same', async () => {
    const address = '西安高新区科技路8号2栋301室';
    const other = { receiverName: '何田田', receiverPhone: '13700001111' };
    const written = (name: string, phone: string) => ({
      receiverColumnsJson: JSON.stringify({ name, phone, address }),
    });
    await add(
      unclearOrder(1, '', written(receiver.name, receiver.phone)),
      unclearOrder(2, '', { ...written(other.receiverName, other.receiverPhone), ...other }),
    );
    await accept(unclearOrder(1, text).id);
    expect(await suggested(unclearOrder(2, '').id)).toMatchObject([
      { origin: 'exact-address', receiver: { ...receiver, name: '何田田', phone: '13700001111' } },
    ]);
  });

  it('is offered for the same person, unless what is known of the place speaks against it', async () => {
    const person = { receiverName: receiver.name, receiverPhone: receiver.phone };
    await add(
      unclearOrder(1, text),
      unclearOrder(2, '林小满 13912345678 老地方', { ...person, province: '', city: '', district: '' }),
      unclearOrder(3, '林小满 13912345678 四川省成都市', { ...person, province: '四川省', city: '成都市' }),
    );
    await accept(unclearOrder(1, text).id);
    expect(await suggested(unclearOrder(2, '').id)).toMatchObject([{ origin: 'same-recipient', receiver }]);
    expect(await suggested(unclearOrder(3, '').id)).toEqual([]);
  });

  it('counts how many orders it served, and puts the one that served more first', async () => {
    const other = { ...receiver, district: '长安区' };
    await add(...[1, 2, 3, 4].map((no) => unclearOrder(no, text)));
    await accept(unclearOrder(1, text).id, other);
    await accept(unclearOrder(2, text).id);
    await accept(unclearOrder(3, text).id);
    expect(await suggested(unclearOrder(4, text).id)).toMatchObject([
      { receiver, usedCount: 1 },
      { receiver: other, usedCount: 0 },
    ]);
  });

  it('is nothing when the text is masked: the same stars are many people', async () => {
    const masked = '林** 139****5678 西安高新区科技路8号';
    await add(unclearOrder(1, masked), unclearOrder(2, masked));
    await accept(unclearOrder(1, masked).id);
    expect(await learned()).toMatchObject({ total: 0 });
    expect(await suggested(unclearOrder(2, masked).id)).toEqual([]);
  });

  it('is nothing when the order was understood and only this parcel goes elsewhere', async () => {
    const status = JSON.stringify([{ code: 'REACH_PLACE_NOT_SHIPPED', field: 'address' }]);
    await add(
      unclearOrder(1, text, { state: 'ready', complaintsJson: '[]' }),
      unclearOrder(2, text, { complaintsJson: status }),
    );
    await accept(unclearOrder(1, text).id);
    await accept(unclearOrder(2, text).id);
    expect(await learned()).toMatchObject({ total: 0 });
  });
});

describe('a shop’s own word for a place', () => {
  const zone = (no: number, change: Parameters<typeof unclearOrder>[2] = {}) => {
    const address = `样板路${no}号${no}栋`;
    const columns = {
      name: '林小满',
      phone: `1391234567${no}`,
      province: '陕西省',
      city: '西安市',
      district: '高新区',
    };
    return unclearOrder(no, `林小满 1391234567${no} 陕西省 西安市 高新区 ${address}`, {
      receiverColumnsJson: JSON.stringify({ ...columns, address }),
      receiverName: '林小满',
      receiverPhone: `1391234567${no}`,
      province: '陕西省',
      city: '西安市',
      detail: address,
      source: 'taobao',
      shop: '样板店',
      ...change,
    });
  };
  const taught = { ...receiver, phone: '13912345671', detail: '样板路1号1栋' };

  it('is suggested to this shop for other receivers, with their own name and detail', async () => {
    await add(zone(1), zone(2));
    await accept(zone(1).id, taught);
    expect(await suggested(zone(2).id)).toMatchObject([
      {
        origin: 'shop-spelling',
        written: '高新区',
        receiver: { phone: '13912345672', district: '雁塔区', detail: '样板路2号2栋' },
      },
    ]);
    expect(await workspace.store.read.orders.byId(zone(2).id)).toEqual(zone(2));
  });

  it('is nobody else’s: not another shop’s, not another platform’s, not another city’s', async () => {
    const away = { city: '成都市', province: '四川省' };
    await add(zone(1), zone(2, { shop: '别的店' }), zone(3, { source: 'generic' }), zone(4, away));
    await accept(zone(1).id, taught);
    for (const no of [2, 3, 4]) expect(await suggested(zone(no).id)).toEqual([]);
  });

  it('goes with the acceptance that taught it', async () => {
    await add(zone(1), zone(2));
    await accept(zone(1).id, taught);
    expect((await learned()).total).toBe(2);
    await undo(zone(1).id);
    expect((await learned()).total).toBe(0);
    expect(await suggested(zone(2).id)).toEqual([]);
  });
});

describe('taking it back', () => {
  it('leaves no trace when the acceptance is undone', async () => {
    await add(unclearOrder(1, text), unclearOrder(2, text));
    await accept(unclearOrder(1, text).id);
    await undo(unclearOrder(1, text).id);
    expect(await learned()).toEqual({ total: 0, rows: [] });
    expect(await suggested(unclearOrder(2, text).id)).toEqual([]);
    expect(await workspace.store.read.learned.linksOfOrder(unclearOrder(1, text).id)).toEqual([]);
  });

  it('keeps what another order taught too', async () => {
    await add(...[1, 2, 3].map((no) => unclearOrder(no, text)));
    await accept(unclearOrder(1, text).id);
    await accept(unclearOrder(2, text).id);
    await undo(unclearOrder(1, text).id);
    expect(await suggested(unclearOrder(3, text).id)).toMatchObject([{ receiver, usedCount: 0 }]);
  });

  it('can be forgotten and brought back, and is gone for good after a week', async () => {
    await add(unclearOrder(1, text), unclearOrder(2, text), unclearOrder(3, '别的 13600001111 别处'));
    await accept(unclearOrder(1, text).id);
    await accept(unclearOrder(3, '').id, { ...receiver, name: '别的', phone: '13600001111' });
    const id = (await learned()).rows.find((row) => row.receiver.name === receiver.name)?.id ?? '';
    expect(await forgetLearned(workspace, id)).toMatchObject({ ok: true, value: { isForgotten: true } });
    expect(await suggested(unclearOrder(2, text).id)).toEqual([]);
    await bringBackLearned(workspace, id);
    expect(await suggested(unclearOrder(2, text).id)).toHaveLength(1);
    await forgetLearned(workspace, id);
    await workspace.clock.advance(8 * 24 * 3_600_000);
    const other = (await learned()).rows.find((row) => row.id !== id && row.kind === 'address')?.id ?? '';
    await forgetLearned(workspace, other);
    const left = (await learned()).rows.filter(({ kind }) => kind === 'address');
    expect(left.map((row) => row.id)).toEqual([other]);
    expect(await bringBackLearned(workspace, id)).toMatchObject({ code: 'LEARNED_NOT_FOUND' });
  });
});
