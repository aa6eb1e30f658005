import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DoorDesk, doorOrder, openDoorDesk } from '../../doubles/program/doorDesk.ts';

let desk: DoorDesk;
let erp: Awaited<ReturnType<DoorDesk['client']>>;
beforeEach(async () => {
  desk = await openDoorDesk();
  erp = await desk.client(await desk.token('ERP', 'orders:write', 'orders:read'));
});
afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
});

const add = async (...orders: readonly object[]) => (await erp.addOrders?.({ orders }))?.json;

const bookOrder = async (orderNo: string) =>
  JSON.parse((await desk.line(['orders', 'show', orderNo, '--reveal', '--json'])).stdout).orders[0];

describe('an order of a program says all that an order file can say', () => {
  it('money to collect, insurance, weight, who pays, services, sender and dates', async () => {
    const added = await add({
      ...doorOrder(1),
      packages: 2,
      codAmountFen: 15_050,
      insuredValueFen: 100_000,
      weightGrams: 1_250,
      volumeCm3: 6_000,
      monthlyCard: '7551234567',
      product: '特惠送',
      returnSlip: '',
      services: [{ name: 'IN26', value: '1' }],
      sender: { name: '王仓', phone: '13900000000', address: '广东省深圳市南山区样板路8号' },
      shipBy: '2099-01-02T10:00:00+08:00',
      promisedAt: '2099-01-05T10:00:00Z',
      sale: { buyer: 'tb_样例', originalNo: '4455667788', amountFen: 9_900, oaid: 'OA1' },
      receiver: { ...doorOrder(1).receiver, extension: '1234' },
    });
    expect(added).toMatchObject({ imported: 1, needsReview: 0, questions: [] });
    expect(await bookOrder('ERP-1')).toMatchObject({
      parcelCount: 2,
      codAmountFen: 15_050,
      insuredValueFen: 100_000,
      weightGrams: 1_250,
      shipBy: Date.parse('2099-01-02T10:00:00+08:00'),
      promisedAt: Date.parse('2099-01-05T10:00:00Z'),
      wishes: {
        product: '特惠送',
        payment: 'monthly',
        volume: '6000cm³',
        returnSlip: 'yes',
        services: 'IN26=1',
        sender: expect.stringContaining('深圳市'),
      },
      sale: { originalNo: '4455667788', amount: '99.00' },
      receiver: { extension: '1234' },
    });
    const [changed] = (await add({ ...doorOrder(1), packages: 2, codAmountFen: 15_051 })).questions;
    expect(changed.code).toBe('ORDER_CONTENT_CHANGED');
  });

  it('is asked about as a file is: paid at the door without an amount, an unlikely weight', async () => {
    const asked = await add({ ...doorOrder(2), sale: { payChannel: '货到付款' } });
    expect(asked.questions.map(({ code }: Record<string, string>) => code)).toEqual(['IMPORT_COD_NO_AMOUNT']);
    const six = Array.from({ length: 6 }, (_, index) => ({
      ...doorOrder(10 + index),
      weightGrams: index === 5 ? 2 : 2_000,
    }));
    const weighed = await add(...six);
    expect(weighed.questions).toMatchObject([{ orderNo: 'ERP-15', code: 'IMPORT_WEIGHT_OUTLIER' }]);
  });

  it.each([
    [{ codAmountFen: 12.5 }, 'orders.0.codAmountFen'],
    [{ codAmountFen: -1 }, 'orders.0.codAmountFen ≥ 0'],
    [{ weightGrams: 0 }, 'orders.0.weightGrams ≥ 1'],
    [{ payment: 'sender', monthlyCard: '7551234567' }, 'orders.0.monthlyCard'],
    [{ status: 'paid' }, 'orders.0.status = open | held | refund-asked | refunded | cancelled'],
    [{ orderNo: '-' }, 'orders.0.orderNo'],
    [{ orderNo: 'null' }, 'orders.0.orderNo'],
    [{ collect: 1 }, 'orders.0.collect'],
  ])('%j is refused by its name, and nothing is stored', async (change, named) => {
    const answer = await add({ ...doorOrder(3), ...change });
    expect(answer.error.code).toBe('DOOR_INPUT_INVALID');
    expect(answer.error.message).toMatch(new RegExp(`[：:] ?${named.replace(/[|.]/g, '\\$&')}[。.]$`));
    expect((await erp.listOrders?.({}))?.json.total).toBe(0);
  });
});

describe('what a program says is taken as it is', () => {
  it('no order is lost because its note reads like an instruction or a total', async () => {
    const notes = ['最多3天送到', '说明：放门口', '必填发票', '不超过2楼'];
    const orders = notes.map((buyerRemark, index) => ({ ...doorOrder(20 + index), buyerRemark }));
    const titled = { ...doorOrder(24), orderNo: '合计', goods: [] };
    const named = {
      ...doorOrder(25),
      orderNo: '订单号',
      receiver: { ...doorOrder(25).receiver, name: '收货人' },
    };
    const added = await add(...orders, titled, named);
    expect(added).toMatchObject({ imported: 6, rejected: 0 });
    expect(added.orders).toHaveLength(6);
  });

  it('goods keep their names and counts, also twice the same in one order', async () => {
    const goods = [
      { name: '红茶*3；绿茶*2', quantity: 1 },
      { name: '样品绿茶', quantity: 2 },
      { name: '样品绿茶', quantity: 2 },
    ];
    expect(await add({ ...doorOrder(30), goods })).toMatchObject({ imported: 1, questions: [] });
    const { items } = await bookOrder('ERP-30');
    expect(items.map(({ name, quantity }: Record<string, unknown>) => [name, quantity])).toEqual(
      goods.map(({ name, quantity }) => [name, quantity]),
    );
    const twice = await add(doorOrder(31), doorOrder(31));
    expect(twice.questions).toMatchObject([{ orderNo: 'ERP-31', code: 'IMPORT_ROWS_REPEATED' }]);
  });

  it('an order given twice in one call, three pieces in place of two, is asked about and never becomes five', async () => {
    const two = { ...doorOrder(33), goods: [{ name: '样品绿茶', quantity: 2 }] };
    const three = { ...doorOrder(33), goods: [{ name: '样品绿茶', quantity: 3 }] };
    const added = await add(two, doorOrder(34), three);
    expect(added).toMatchObject({ imported: 2, changed: 1, duplicates: 0 });
    expect(added.questions).toMatchObject([{ orderNo: 'ERP-33', code: 'ORDER_CONTENT_CHANGED' }]);
    expect(await bookOrder('ERP-33')).toMatchObject({ quantity: 2, items: [{ quantity: 2 }] });
  });

  it('an order that the same call takes back later does not stay ready', async () => {
    const added = await add(doorOrder(35), { ...doorOrder(35), status: 'cancelled' });
    expect(added.orders).toMatchObject([{ orderNo: 'ERP-35', state: 'held' }]);
  });

  it('an order without a receiver is refused alone, by its number', async () => {
    const added = await add({ ...doorOrder(32), receiver: {} });
    expect(added).toMatchObject({ imported: 0, rejected: 1 });
    expect(added.questions).toMatchObject([{ orderNo: 'ERP-32', code: 'IMPORT_ROW_NO_RECEIVER' }]);
  });

  it('a number written in full width or with a line break is answered for, and half a character is asked about', async () => {
    const wide = await add({ ...doorOrder(33), orderNo: 'ＥＲＰ－３３' });
    expect(wide.orders).toMatchObject([{ orderNo: 'ERP-33' }]);
    const shown = await erp.showOrder?.({ orderNo: 'ＥＲＰ－３３' });
    expect(shown?.json.orderNo).toBe('ERP-33');
    const broken = { ...doorOrder(34), receiver: { ...doorOrder(34).receiver, name: '王\ud83d' } };
    expect((await add(broken)).questions).toMatchObject([{ orderNo: 'ERP-34', code: 'IMPORT_TEXT_DAMAGED' }]);
  });
});

describe('a program takes an order back', () => {
  it.each(['cancelled', 'refunded', 'refund-asked', 'held'])('%s: a known order is held', async (status) => {
    await add(doorOrder(40));
    const answer = await add({ ...doorOrder(40), status });
    expect(answer).toMatchObject({ imported: 0, orders: [{ orderNo: 'ERP-40', state: 'held' }] });
    expect(answer.orders[0].holdReason).toBe(status === 'held' ? 'platform' : 'refund');
  });

  it('also one with a short number, if its receiver is the same', async () => {
    await add({ ...doorOrder(41), orderNo: '41', shop: '' });
    const answer = await add({ ...doorOrder(41), orderNo: '41', shop: '', status: 'cancelled' });
    expect(answer).toMatchObject({ skipped: 1, orders: [{ orderNo: '41', state: 'held' }] });
  });

  it('with a number it is stopped, and the answer names the alarm', async () => {
    await add(doorOrder(42));
    const run = await desk.line(['dispatch', '--sender', desk.senderFile, '--until-empty', '--json']);
    expect(run.exitCode, run.stderr).toBe(0);
    const answer = await add({ ...doorOrder(42), status: 'cancelled' });
    expect(answer.orders).toMatchObject([{ orderNo: 'ERP-42', state: 'booked', alarm: 'refund' }]);
  });

  it('a cancelled one that is not known is not stored', async () => {
    const answer = await add({ ...doorOrder(43), status: 'cancelled' });
    expect(answer).toMatchObject({ imported: 0, rejected: 1, skipped: 1, orders: [] });
  });
});

describe('numbers are found by when they were given', () => {
  it('also of orders that are packed by now, and a filter that is not known is refused', async () => {
    await add(doorOrder(50), { ...doorOrder(51), packages: 2 });
    const before = new Date().toISOString();
    const run = await desk.line(['dispatch', '--sender', desk.senderFile, '--until-empty', '--json']);
    expect(run.exitCode, run.stderr).toBe(0);
    const numbersIn = async (wish: Readonly<Record<string, unknown>>) =>
      (await erp.listOrders?.(wish))?.json.orders?.map(
        ({ waybillNos }: Record<string, string[]>) => waybillNos,
      );
    const numbers = await numbersIn({ bookedFrom: before });
    expect(numbers).toHaveLength(2);
    expect(numbers.flat().every((number: string) => number.startsWith('TEST'))).toBe(true);
    expect(await numbersIn({ bookedTo: before })).toEqual([]);
    expect(await numbersIn({ orderNo: 'ERP-51' })).toHaveLength(1);
    const authorization = `Bearer ${await desk.token('ERP2', 'orders:read')}`;
    const unknown = await fetch(`${desk.origin}/v1/orders?status=booked`, { headers: { authorization } });
    expect(unknown.status).toBe(400);
  });
});
