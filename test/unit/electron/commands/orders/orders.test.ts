import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { bookPickup } from '../../../../../electron/usecases/booking/pickups/bookPickup.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { addHistory } from '../../../../../electron/usecases/orders/history.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { shopMinute } from '../../../../../shared/rules/shopTime.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('orders show', () => {
  it('tells what happened in words and in the time of the shop, and for machines by code and zone', async () => {
    const order = sampleOrder(1);
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([order]);
      await addHistory(workspace, write, order.id, 'return-received', {});
    });
    const now = workspace.clock.now();
    const shown = await runCommand(workspace, commandNamed('orders show'), [order.orderNo]);
    expect(shown).toMatchObject({
      value: {
        human: expect.arrayContaining([`${shopMinute(now)}  Return received`]),
        json: { orders: [{ history: [{ at: new Date(now).toISOString(), kind: 'return-received' }] }] },
      },
    });
  });
});

describe('orders show, for people', () => {
  it('names goods, notes and money of the order, and what has to be answered with what to do', async () => {
    const order = {
      ...sampleOrder(1),
      state: 'needs-review' as const,
      itemsJson: JSON.stringify([{ name: '样品马克杯', sku: '蓝', skuCode: 'C1', quantity: 2 }]),
      buyerRemark: '请尽快',
      codFen: 12_900,
      complaintsJson: JSON.stringify([{ code: 'ADDRESS_MISSING_PHONE', field: 'phone' }]),
    };
    await workspace.store.write((write) => write.orders.insertMany([order]));
    const shown = await runCommand(workspace, commandNamed('orders show'), [order.orderNo]);
    if (!shown.ok) throw new Error(shown.code);
    const [, ...lines] = shown.value.human;
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}goods: 样品马克杯.*×2$/),
      '  buyer: 请尽快',
      '  to collect: ¥129.00',
      expect.stringMatching(/^ {2}\? .*phone.* \[ADDRESS_MISSING_PHONE\]$/),
    ]);
  });
});

describe('orders cancel', () => {
  it('says that the courier still comes and that the label is out', async () => {
    const server = new KdniaoServer();
    const { merchantId, apiKey: secret } = server;
    const named = { platform: 'kdniao', name: 'kdn', merchantId, secret, endpoint: await server.listen() };
    const { id: accountId } = await testAccount(workspace, named);
    const { id: orderId, orderNo } = sampleOrder(1);
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    const printerUri = 'virtual:';
    await planBookings(workspace, { orderIds: [orderId], accountId, carrier: 'ZTO', printerUri });
    const now = workspace.clock.now();
    for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
      await bookShipment(workspace, job);
    for (const job of await workspace.store.write((write) => write.jobs.claim(['print'], 9, now)))
      await printLabel(workspace, job);
    const wish = { orderId, accountId: null, kind: 'appointment', window: null } as const;
    expect(await bookPickup(workspace, wish)).toMatchObject({ ok: true });
    const cancelled = await runCommand(workspace, commandNamed('orders cancel'), [orderNo]);
    await server.close();
    expect(cancelled).toMatchObject({ ok: true });
    const { human } = (cancelled as { readonly value: { readonly human: readonly string[] } }).value;
    expect(human.at(-2)).toMatch(/has been printed: tear it up/);
    expect(human.at(-1)).toContain(`run pickup cancel ${orderNo}`);
  });
});

describe('orders list', () => {
  it('shows the whole receiver in one line: extension and town are part of it, a municipality stands once', async () => {
    const receivers = [
      {
        city: '苏州市',
        province: '江苏省',
        district: '昆山市',
        town: '花桥镇',
      },
      { city: '上海市', province: '上海市', district: '静安区', town: '' },
    ];
    await workspace.store.write((write) =>
      write.orders.insertMany(
        receivers.map((receiver, no) => ({
          ...sampleOrder(no + 1),
          ...receiver,
          receiverName: '王试',
          receiverPhone: '18400001234',
          receiverExtension: '5678',
          detail: '样板路1号',
        })),
      ),
    );
    const shown = await runCommand(workspace, commandNamed('orders list'), ['--reveal', '--why', 'test']);
    const lines = shown.ok ? shown.value.human : [];
    expect(
      lines.some((line) => line.endsWith('王试 18400001234-5678 江苏省苏州市昆山市花桥镇样板路1号')),
    ).toBe(true);
    expect(lines.some((line) => line.endsWith('王试 18400001234-5678 上海市静安区样板路1号'))).toBe(true);
  });
});
