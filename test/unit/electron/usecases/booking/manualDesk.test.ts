import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bindAndPrint, findForBinding } from '../../../../../electron/usecases/booking/manualDesk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
const ready = sampleOrder(1);

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([ready, sampleOrder(2, { state: 'held' }), sampleOrder(3, { state: 'booked' })]),
  );
});
afterEach(() => workspace.close());

describe('numbers bound by scan', () => {
  it('finds the order by its number, with blanks around it', async () => {
    expect(await findForBinding(workspace, ` ${ready.orderNo} `)).toMatchObject({
      ok: true,
      value: { id: ready.id },
    });
  });

  it('says why an order can take no number: unknown, held, booked already', async () => {
    expect(await findForBinding(workspace, 'nothing')).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect(await findForBinding(workspace, sampleOrder(2).orderNo)).toMatchObject({ code: 'ORDER_HELD' });
    expect(await findForBinding(workspace, sampleOrder(3).orderNo)).toMatchObject({
      code: 'ORDER_STATE_REFUSES',
    });
  });

  it('binds, and puts the slip into the print queue', async () => {
    const bound = await bindAndPrint(workspace, {
      orderId: ready.id,
      waybillNo: '73610555582883',
      carrier: 'ZTO',
      printerUri: 'virtual:?dpi=203&size=76x130',
    });
    expect(bound).toMatchObject({
      ok: true,
      value: { slipErrorCode: '', order: { printState: 'waiting' } },
    });
  });

  it('keeps the number when its slip cannot be printed, and says so', async () => {
    const bound = await bindAndPrint(workspace, {
      orderId: ready.id,
      waybillNo: '73610555582883',
      carrier: 'ZTO',
      printerUri: 'nowhere://x',
    });
    expect(bound).toMatchObject({ ok: true, value: { order: { waybillNo: '73610555582883' } } });
    expect(bound.ok && bound.value.slipErrorCode).not.toBe('');
  });
});
