import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import type { Approval } from '../../../../../electron/usecases/operators/checkRight.ts';
import { exportOrders } from '../../../../../electron/usecases/orders/export.ts';
import { revealOrder } from '../../../../../electron/usecases/orders/reveal.ts';
import { previewLabel } from '../../../../../electron/usecases/printing/preview.ts';
import { addPrinter } from '../../../../../electron/usecases/printing/printers/printers.ts';
import { savePrintRules } from '../../../../../electron/usecases/printing/printRules.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { printFullForm, reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import type { ApprovableRight } from '../../../../../shared/domain/operator.ts';
import type { LabelDocument } from '../../../../../shared/domain/printing/labelDocument.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

const printerUri = 'tcp://127.0.0.1:9100';
const reason = '面单弄湿';
const order = sampleOrder(1);
const { id: orderId } = order;
let workspace: TestWorkspace;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  staff = await hireStaff(workspace);
  await addPrinter(workspace, { uri: printerUri, name: '一号台' });
  const account = await testAccount(workspace);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  const plan = { orderIds: [orderId], accountId: account.id, carrier: 'ZTO', printerUri: null };
  await planBookings(workspace, plan);
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 9, now));
  for (const job of jobs) await bookShipment(workspace, job);
});
afterEach(() => workspace.close());

const byManager = (...rights: ApprovableRight[]): Approval[] =>
  rights.map((right) => ({ right, approver: '王店长' }));
const reprint = (hands: Workspace, approvals: Approval[] = []) =>
  reprintLabel(hands, { orderId, printerUri, reason, approvals });
const needs = (right: ApprovableRight) => ({ code: 'OPERATOR_APPROVAL_NEEDED', params: { right } });
const printJobs = () => workspace.store.read.printJobs.ofOrder(orderId);
const lastAct = () => workspace.store.read.operatorActs.last();
const printed = async () =>
  workspace.store.write(async (write) => {
    for (const job of await write.printJobs.ofOrder(orderId)) await write.printJobs.move(job, 'rendering');
    for (const job of await write.printJobs.ofOrder(orderId)) await write.printJobs.move(job, 'sending');
  });

describe('a reprint', () => {
  it('names in ledger and record who asked for it, why, and nobody as approver where none was needed', async () => {
    await queuePrints(staff.packer.hands, [orderId], printerUri);
    expect(await reprint(staff.packer.hands)).toMatchObject({ ok: true, value: { copyNo: 2 } });
    expect(await printJobs()).toMatchObject([
      { copyNo: 1, operator: '张打包', approver: '' },
      { copyNo: 2, operator: '张打包', approver: '', reason },
    ]);
    expect(await lastAct()).toMatchObject({ kind: 'reprinted', operator: '张打包', what: 'copy 2', reason });
  });

  it('of a parcel that was handed over needs somebody to say so: it would end on another parcel', async () => {
    await queuePrints(staff.packer.hands, [orderId], printerUri);
    const booked = await workspace.store.read.orders.byId(orderId);
    if (booked === undefined) throw new Error('no order');
    await workspace.store.write((write) => write.orders.move(booked, 'handed-over'));
    const request = { orderId, printerUri, reason, approvals: [] };
    const refused = { code: 'LABEL_PARCEL_HAS_LEFT', params: { orderNo: order.orderNo } };
    expect(await reprintLabel(staff.packer.hands, request)).toMatchObject(refused);
    expect(await printJobs()).toHaveLength(1);
    expect(await reprintLabel(staff.packer.hands, { ...request, hasLeft: true })).toMatchObject({
      value: { copyNo: 2 },
    });
  });

  it('is a packer’s once; the second time somebody with the right approves it', async () => {
    await queuePrints(staff.packer.hands, [orderId], printerUri);
    await reprint(staff.packer.hands);
    expect(await reprint(staff.packer.hands)).toMatchObject(needs('reprintAgain'));
    expect(await reprint(staff.packer.hands, byManager('printFullForm'))).toMatchObject(
      needs('reprintAgain'),
    );
    expect(await printJobs()).toHaveLength(2);
    expect(await reprint(staff.packer.hands, byManager('reprintAgain'))).toMatchObject({ ok: true });
    expect((await printJobs()).at(-1)).toMatchObject({ operator: '张打包', approver: '王店长' });
    expect(await lastAct()).toMatchObject({ operator: '张打包', approver: '王店长', what: 'copy 3' });
    expect(await reprint(staff.clerk.hands)).toMatchObject({ ok: true });
  });

  it('beyond the limit takes a PIN each time, be it the manager’s own', async () => {
    await savePrintRules(workspace, { reprintLimit: 0 });
    await queuePrints(staff.packer.hands, [orderId], printerUri);
    for (const { hands } of [staff.packer, staff.clerk, staff.manager])
      expect(await reprint(hands)).toMatchObject(needs('passReprintLimit'));
    const approvals = byManager('passReprintLimit');
    expect(await reprint(staff.manager.hands, approvals)).toMatchObject({ ok: true });
    expect(await lastAct()).toMatchObject({ operator: '王店长', approver: '王店长' });
  });

  it('beyond the limit is refused to the owner of a workspace, who can change the limit', async () => {
    await savePrintRules(workspace, { reprintLimit: 0 });
    await queuePrints(workspace, [orderId], printerUri);
    expect(await reprint(workspace)).toMatchObject({ code: 'LABEL_REPRINT_LIMIT', params: { limit: 0 } });
  });
});

describe('a label that hides nothing', () => {
  const full = (hands: Workspace, approvals: Approval[] = [], why = reason) =>
    printFullForm(hands, { orderId, printerUri, reason: why, approvals });
  const documents = async () =>
    (await printJobs()).map((job) => JSON.parse(job.documentJson) as LabelDocument);

  it('needs a reason and the right, or a manager’s PIN', async () => {
    expect(await full(staff.manager.hands, [], ' ')).toMatchObject({ code: 'LABEL_FULL_FORM_NEEDS_REASON' });
    expect(await full(staff.clerk.hands)).toMatchObject(needs('printFullForm'));
    expect(await printJobs()).toEqual([]);
    expect(await full(staff.clerk.hands, byManager('printFullForm'))).toMatchObject({ value: { copyNo: 1 } });
    const [document] = await documents();
    expect(document?.receiver.name).toBe(order.receiverName);
    expect(document?.privacy).toEqual({ form: 'full', reason });
    expect(await printJobs()).toMatchObject([{ operator: '李发货', approver: '王店长', reason }]);
    const act = { kind: 'full-form-printed', operator: '李发货', approver: '王店长', reason };
    expect(await lastAct()).toMatchObject(act);
  });

  it('takes the place of a masked one that has not come out, and is a reprint of one that has', async () => {
    await queuePrints(staff.manager.hands, [orderId], printerUri);
    expect((await documents())[0]?.receiver.name).not.toBe(order.receiverName);
    await full(staff.manager.hands);
    expect((await documents()).map(({ receiver }) => receiver.name)).toEqual([order.receiverName]);
    await printed();
    expect(await full(staff.manager.hands)).toMatchObject({ ok: true, value: { copyNo: 2 } });
    expect((await documents()).map(({ reprintNo }) => reprintNo)).toEqual([0, 1]);
  });

  it('is under the limit of reprints as well', async () => {
    await savePrintRules(workspace, { reprintLimit: 0 });
    await queuePrints(staff.manager.hands, [orderId], printerUri);
    await printed();
    expect(await full(staff.manager.hands)).toMatchObject(needs('passReprintLimit'));
    const both = byManager('printFullForm', 'passReprintLimit');
    expect(await full(staff.packer.hands, both)).toMatchObject({ ok: true });
  });

  it('is shown masked on the screen of who may not see persons', async () => {
    await full(staff.manager.hands);
    const [job] = await printJobs();
    const seen = async (hands: Workspace) => {
      const shown = await previewLabel(hands, job?.id ?? '');
      if (!shown.ok) throw new Error(shown.code);
      return Buffer.from(shown.value.bitmap.data).toString('base64');
    };
    expect(await seen(staff.clerk.hands)).toBe(await seen(workspace));
    expect(await seen(staff.packer.hands)).not.toBe(await seen(workspace));
  });
});

describe('personal data in full', () => {
  const reveal = (hands: Workspace, why = '买家来电', approvals: Approval[] = []) =>
    revealOrder(hands, { orderId, reason: why, approvals });

  it('is shown for a reason to who has the right, and is on record', async () => {
    expect(await reveal(staff.clerk.hands, '  ')).toMatchObject({ code: 'REVEAL_NEEDS_REASON' });
    expect(await reveal(staff.clerk.hands)).toMatchObject({ value: { name: order.receiverName } });
    const act = { kind: 'personal-data-shown', operator: '李发货', orderId, reason: '买家来电' };
    expect(await lastAct()).toMatchObject(act);
  });

  it('is shown to a packer only with somebody’s PIN', async () => {
    expect(await reveal(staff.packer.hands)).toMatchObject(needs('seePersonalData'));
    expect((await lastAct())?.kind).not.toBe('personal-data-shown');
    expect(await reveal(staff.packer.hands, '买家来电', byManager('seePersonalData'))).toMatchObject({
      ok: true,
    });
    expect(await lastAct()).toMatchObject({ operator: '张打包', approver: '王店长' });
  });

  it('goes into a file only for who may export it, masked for everybody else', async () => {
    const request = { filter: {}, language: 'en' as const };
    expect(await exportOrders(staff.clerk.hands, { ...request, isRevealed: true })).toMatchObject(
      needs('exportPersonalData'),
    );
    expect(await exportOrders(staff.clerk.hands, { ...request, isRevealed: false })).toMatchObject({
      ok: true,
    });
    expect(await exportOrders(staff.manager.hands, { ...request, isRevealed: true })).toMatchObject({
      ok: true,
    });
    expect(await lastAct()).toMatchObject({ kind: 'personal-data-exported', operator: '王店长' });
  });
});
