import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerRepeats } from '../../../../../electron/usecases/intake/answerRepeats.ts';
import { questionOf } from '../../../../../electron/usecases/intake/repeatedRows.ts';
import { printReceipts } from '../../../../../electron/usecases/printing/papers/printReceipts.ts';
import type { PackAnswer } from '../../../../../shared/contracts/packing/packing.ts';
import type { OrderComplaint } from '../../../../../shared/domain/order.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
afterEach(() => desk.workspace.close());

const layout = 'orders.csv';
const waiting = (complaint: OrderComplaint) => ({
  state: 'needs-review' as const,
  complaintsJson: JSON.stringify([complaint]),
  errorCode: complaint.code,
});
const repeated = waiting(questionOf(layout, '3, 4', [1], 0));
const unreadable = waiting({ code: 'IMPORT_QUANTITY_UNREADABLE', field: 'quantity' });
const boxes = waiting({ code: 'IMPORT_QUANTITY_UNREADABLE', field: 'parcelCount' });
const notGoods = waiting({ code: 'IMPORT_NOT_GOODS', field: 'items' });
const address = waiting({ code: 'IMPORT_SENDER_UNCLEAR', field: 'sender' });

const no = (order: number) => sampleOrder(order).orderNo;
const shown = ({ says, stop }: PackAnswer) => (stop === null ? says : `${says} ${stop.kind}`);
const sentence = ({ stop }: PackAnswer) => describeError('PACK_GOODS_DOUBT', stop?.params).says;

describe('an order whose goods nobody has settled', () => {
  beforeEach(async () => {
    desk = await openBenchDesk([repeated, unreadable, boxes, notGoods, address, {}]);
  });

  it.each([
    [1, '有相同的行，算一份还是各算一份'],
    [2, '数量看不懂'],
    [3, '箱数看不懂'],
    [4, '商品可能不是实物'],
  ])('order %i does not open, and says why: %s', async (order, why) => {
    const answer = await desk.scan(no(order));
    expect(shown(answer)).toBe('stopped goods-doubt');
    expect(sentence(answer)).toContain(why);
    expect(answer.parcel).toBeNull();
    expect(await desk.box(order)).toBeUndefined();
    // Nobody at the bench can know either.
    expect(shown(await desk.command('override', 'customer'))).toBe('stopped nothing-to-do');
  });

  it('one that only waits for its address is packed aside', async () => {
    expect(shown(await desk.scan(no(5)))).toBe('opened no-number');
  });

  it('opens once the question is answered, with the goods of the answer', async () => {
    expect(shown(await desk.scan(no(1)))).toBe('stopped goods-doubt');
    of(await answerRepeats(desk.workspace, { layout, answer: 'once' }));
    const opened = await desk.scan(no(1));
    expect(shown(opened)).toBe('opened no-number');
    expect(opened.parcel?.piecesLeft).toBe(2);
  });

  it('is not chosen by its goods', async () => {
    await desk.book(6);
    const opened = await desk.scan('COF-500');
    expect([shown(opened), opened.parcel?.orderNo]).toEqual(['opened', no(6)]);
  });
});

describe('an order that comes to be in doubt', () => {
  it('on the bench stops every gesture but giving it up', async () => {
    desk = await openBenchDesk([{ state: 'ready' }]);
    await desk.scan(no(1));
    await desk.scan('COF-500');
    const order = await desk.order(1);
    await desk.workspace.store.write((write) => write.orders.move(order, 'needs-review', unreadable));
    expect(shown(await desk.scan('COF-500'))).toBe('stopped goods-doubt');
    expect(shown(await desk.command('next'))).toBe('stopped goods-doubt');
    expect(shown(await desk.command('abort'))).toBe('dropped');
  });

  it('on a picking list lets the others go first, and is reported at the end', async () => {
    desk = await openBenchDesk([unreadable, {}]);
    await desk.rules({ checksItems: false, scansLabel: false });
    await desk.book(2);
    const orderIds = [1, 2].map((order) => sampleOrder(order).id);
    const asked = { kind: 'pick-list' as const, orderIds, columns: 48 as const, pickOrder: 'code' as const };
    of(await printReceipts(desk.workspace, asked, 'virtual:'));
    const answers = [await desk.scan('PL20231115-1'), await desk.scan('PL20231115-1')];
    expect(answers.map(shown)).toEqual(['closed', 'stopped goods-doubt']);
  });
});
