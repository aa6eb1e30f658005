import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePastedOrders, readPaste } from '../../../../../electron/usecases/intake/pasteOrders.ts';
import { undoImport } from '../../../../../electron/usecases/intake/undoImport.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const message =
  '张三 13800138000 广东省深圳市南山区科苑路8号 苹果2箱\n李四 13900139000 浙江省杭州市余杭区仓前街道1号';

async function pasted(text: string) {
  return (await readPaste(workspace, text)).map(({ receiverText, reading, goods, quantity, remark }) => {
    const { name, phone, extension, province, city, district, town, detail } = reading;
    const receiver = { name, phone, extension, province, city, district, town, detail };
    return { text: receiverText, receiver, goods, quantity, remark };
  });
}

describe('orders from a pasted message', () => {
  it('are made as the person left them, ready, with their goods', async () => {
    const orders = await pasted(message);
    const edited = orders.map((order) => ({ ...order, receiver: { ...order.receiver, name: '改过' } }));
    const made = await makePastedOrders(workspace, edited);
    expect(made.orders).toMatchObject([
      { state: 'ready', isKnown: false },
      { state: 'ready', isKnown: false },
    ]);
    expect(await workspace.store.read.orders.byId(made.orders[0]?.orderId ?? '')).toMatchObject({
      receiverName: '改过',
      receiverPhone: '13800138000',
      district: '南山区',
      goodsText: '苹果1箱×2',
      quantity: 2,
      source: 'paste',
    });
  });

  it('wait for a person when something is missing, and say what', async () => {
    const made = await makePastedOrders(workspace, await pasted('张三 广东省深圳市南山区科苑路8号'));
    expect(made.orders).toMatchObject([{ state: 'needs-review' }]);
    expect(await workspace.store.read.orders.byId(made.orders[0]?.orderId ?? '')).toMatchObject({
      errorCode: 'RECEIVER_INCOMPLETE',
    });
  });

  it.each([
    [`${message.split('\n')[1]}\n先不要发货，等我通知`, ['IMPORT_BUYER_SAYS_WAIT']],
    [`${message.split('\n')[1]} 先不要发货`, ['IMPORT_BUYER_SAYS_WAIT']],
    [`${message.split('\n')[1]}\n要改地址，晚点发你`, ['IMPORT_NOTE_READDRESSES']],
    [`${message.split('\n')[1]}，改寄仓前街道2号`, ['ADDRESS_TWO_STREETS']],
  ])('wait where the message says to wait or goes elsewhere: %j', async (text, codes) => {
    const made = await makePastedOrders(workspace, await pasted(text));
    expect(made.orders).toMatchObject([{ state: 'needs-review' }]);
    const order = await workspace.store.read.orders.byId(made.orders[0]?.orderId ?? '');
    const complaints = JSON.parse(order?.complaintsJson ?? '[]') as { code: string }[];
    expect(complaints.map(({ code }) => code)).toEqual(codes);
  });

  it('are ready once the person has left one of two streets', async () => {
    const [order] = await pasted(`${message.split('\n')[1]}，改寄仓前街道2号`);
    if (order === undefined) throw new Error('nobody was read');
    const chosen = { ...order, receiver: { ...order.receiver, detail: '2号' } };
    expect(await makePastedOrders(workspace, [chosen])).toMatchObject({ orders: [{ state: 'ready' }] });
  });

  it('are made once of one message, and the same phone is pointed out', async () => {
    const made = await makePastedOrders(workspace, await pasted(message));
    const again = await makePastedOrders(workspace, await pasted(message));
    expect(again).toMatchObject({ importId: '', orders: [{ isKnown: true }, { isKnown: true }] });
    expect(await workspace.store.read.orders.count({})).toBe(2);
    const [other] = await readPaste(workspace, '张三 13800138000 广东省深圳市南山区别的路1号');
    expect(other?.sameReceiver).toBe(made.orders[0]?.orderNo);
  });

  it('are taken back as one import', async () => {
    const made = await makePastedOrders(workspace, await pasted(message));
    expect(await undoImport(workspace, made.importId)).toMatchObject({ ok: true, value: { removed: 2 } });
    expect(await workspace.store.read.orders.count({})).toBe(0);
  });
});
