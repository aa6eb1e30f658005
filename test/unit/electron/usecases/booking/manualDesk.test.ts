import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bindAndPrint,
  findForBinding,
  unbindNumber,
} from '../../../../../electron/usecases/booking/manualDesk.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
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

  it('takes a number back: the order is ready, its label never comes out, and the number serves another order', async () => {
    const waybillNo = '73610555582883';
    const binding = {
      orderId: ready.id,
      waybillNo,
      carrier: 'ZTO',
      printerUri: 'virtual:?dpi=203&size=76x130',
    };
    await bindAndPrint(workspace, binding);
    const undo = { orderId: ready.id, waybillNo, reason: '填错单号' };
    expect(await unbindNumber(workspace, undo)).toMatchObject({
      value: { state: 'ready', waybillNo: '', shipmentState: null, printState: null },
    });
    const now = workspace.clock.now();
    const jobs = await workspace.store.write((write) => write.jobs.claim(['print'], 10, now));
    for (const job of jobs) await printLabel(workspace, job);
    const printed = await workspace.store.read.printJobs.window({}, { offset: 0, limit: 9 });
    expect(printed.filter(({ sentAt }) => sentAt !== null)).toEqual([]);
    await workspace.store.write((write) => write.orders.insertMany([sampleOrder(4)]));
    const other = { ...binding, orderId: sampleOrder(4).id, printerUri: null };
    expect(await bindAndPrint(workspace, other)).toMatchObject({ value: { order: { waybillNo } } });
    const again = { ...binding, waybillNo: '73610555582884', printerUri: null };
    expect(await bindAndPrint(workspace, again)).toMatchObject({ ok: true });
  });

  it('takes back only the number the order has, and none that a platform gave', async () => {
    const undo = { orderId: ready.id, waybillNo: '73610555582883', reason: '' };
    expect(await unbindNumber(workspace, undo)).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
    const booked = { orderId: sampleOrder(3).id, waybillNo: '', reason: '' };
    expect(await unbindNumber(workspace, booked)).toMatchObject({ code: 'ORDER_STATE_REFUSES' });
  });
});
