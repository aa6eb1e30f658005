import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renumberOrder } from '../../../../../electron/usecases/booking/givingBack/renumber.ts';
import { voidBooking } from '../../../../../electron/usecases/booking/givingBack/void.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { reopenAtBench } from '../../../../../electron/usecases/packing/reopen.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, { parcelCount: 2 }]);
  await desk.book(1, 2);
  await desk.rules({ checksItems: false, scansLabel: false });
});
afterEach(() => desk.workspace.close());

const seen = async (no: number) => {
  const { id: orderId, version } = await desk.order(no);
  return { orderId, version };
};
const acts = (no: number) => [
  async () => cancelOrder(desk.workspace, await seen(no)),
  async () => voidBooking(desk.workspace, sampleOrder(no).id, 'customer'),
  async () => renumberOrder(desk.workspace, { ...(await seen(no)), reason: 'customer', isGivenBack: false }),
];

describe('an order that is packed', () => {
  it('is neither cancelled nor renumbered before it is opened again, and says so', async () => {
    await desk.scan(sampleOrder(1).orderNo);
    const { waybillNo } = await desk.order(1);
    for (const act of acts(1)) {
      expect(await act()).toMatchObject({
        code: 'ORDER_PACKED',
        params: { orderNo: sampleOrder(1).orderNo },
      });
      expect(await desk.order(1)).toMatchObject({ state: 'packed', waybillNo });
    }
    const parcelId = (await desk.box(1))?.id ?? '';
    of(await reopenAtBench(desk.workspace, { gestureId: 'reopen-1', parcelId, reason: 'customer' }));
    of(await cancelOrder(desk.workspace, await seen(1)));
    expect((await desk.order(1)).state).toBe('cancelled');
  });

  it('nor is one of whose boxes one is packed under its number', async () => {
    await desk.scan(sampleOrder(2).orderNo);
    expect((await desk.order(2)).state).toBe('booked');
    for (const act of acts(2)) expect(await act()).toMatchObject({ code: 'ORDER_PACKED' });
  });

  it('tells in the window and at the command line what to do next', () => {
    const told = (reader: 'window' | 'commandLine', language: 'zh-CN' | 'en') =>
      describeError('ORDER_PACKED', { orderNo: 'N1' }, language, reader).next;
    expect(told('window', 'zh-CN')).toContain('重新打开');
    expect(told('window', 'en')).toContain('Reopen');
    for (const language of ['zh-CN', 'en'] as const)
      expect(told('commandLine', language)).toContain('shipdesk pack reopen N1 --reason');
  });
});
