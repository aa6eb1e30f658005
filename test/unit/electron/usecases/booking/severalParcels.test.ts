import { afterEach, describe, expect, it } from 'vitest';
import type { PrintJob, Shipment } from '../../../../../electron/store/schema.ts';
import { voidBooking } from '../../../../../electron/usecases/booking/givingBack/void.ts';
import { readParcels } from '../../../../../electron/usecases/booking/parcels.ts';
import { insertPrintJob } from '../../../../../electron/usecases/printing/printJob.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { planJamRecovery } from '../../../../../electron/usecases/printing/recoverFromJam.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import { scanLabel } from '../../../../../electron/usecases/printing/scanLabel.ts';
import { storeSnapshot } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import type { LabelDocument } from '../../../../../shared/domain/printing/labelDocument.ts';
import type { TrackingState } from '../../../../../shared/domain/tracking.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { deskPrinter, openParcelDesk, type ParcelDesk } from '../../../../doubles/workspace/parcelDesk.ts';

let desk: ParcelDesk;
afterEach(() => desk.workspace.close());

const documentOf = (label: PrintJob | undefined) => JSON.parse(label?.documentJson ?? '{}') as LabelDocument;

describe('a booking of three boxes', () => {
  it('prints a label for each box, with its own number, its place and the number of the first', async () => {
    desk = await openParcelDesk({ codFen: 10_000, insuredFen: 5_000 });
    await desk.work();
    const labels = await desk.labels();
    expect(labels.map(({ parcelNo, parcelTotal }) => `${parcelNo}/${parcelTotal}`)).toEqual([
      '1/3',
      '2/3',
      '3/3',
    ]);
    const { waybillNo: mother, printState } = await desk.order();
    expect(labels[0]?.waybillNo).toBe(mother);
    expect(new Set(labels.map(({ waybillNo }) => waybillNo)).size).toBe(3);
    for (const [index, label] of labels.entries()) {
      const document = documentOf(label);
      expect(document.waybillNo).toBe(label.waybillNo);
      expect(document.parcel).toEqual({ no: index + 1, total: 3, motherWaybillNo: mother });
      // Collected once, not with every box.
      expect(document.codAmountFen).toBe(index === 0 ? 10_000 : 0);
      expect(document.insuredValueFen).toBe(index === 0 ? 5_000 : 0);
    }
    expect(desk.sent).toEqual(labels.map(({ id }) => id));
    expect(printState).toBe('accepted');
  });

  it('stands in the journal with each box whose label left, so that a restored backup asks about that one', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const left = desk.workspace.journal
      .after(null)
      .filter(({ call, step }) => call === 'print' && step === 'begin');
    expect(left.map(({ parcelNo = 1, copyNo }) => [parcelNo, copyNo])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('queues all of them in the transaction that settles the booking', async () => {
    desk = await openParcelDesk();
    const { store } = desk.workspace;
    await desk.work();
    const [first] = await desk.labels();
    const created = (await desk.labels()).map(({ createdAt }) => createdAt);
    expect(created).toEqual([first?.createdAt, first?.createdAt, first?.createdAt]);
    const followed = (await store.read.tracking.window({}, { offset: 0, limit: 10 })).map(
      ({ waybillNo, orderId }) => [waybillNo, orderId],
    );
    expect(followed).toHaveLength(3);
    expect(new Set(followed.map(([, orderId]) => orderId))).toEqual(new Set([desk.orderId]));
  });

  it('shows the order as what its labels together are: unsure while one of them is', async () => {
    desk = await openParcelDesk();
    desk.answers.push(happened({ level: 'confirmed' }));
    desk.answers.push(unknownOutcome('PRINTER_CONNECTION_LOST'));
    await desk.work();
    expect((await desk.labels()).map(({ state }) => state)).toEqual(['confirmed', 'unsure', 'accepted']);
    expect(await desk.order()).toMatchObject({ printState: 'unsure' });
    expect(await readParcels(desk.workspace.store.read, await desk.order())).toMatchObject([
      { no: 1, printState: 'confirmed', copies: 1 },
      { no: 2, printState: 'unsure', copies: 1 },
      { no: 3, printState: 'accepted', copies: 1 },
    ]);
  });

  it('prints again only the box whose label certainly did not come out', async () => {
    desk = await openParcelDesk();
    desk.answers.push(happened({ level: 'confirmed' }));
    await desk.work();
    const before = desk.sent.length;
    expect(await queuePrints(desk.workspace, [desk.orderId], deskPrinter)).toMatchObject({
      value: { queued: 0, refused: [{ failure: { code: 'LABEL_ALREADY_PRINTED' } }] },
    });
    expect(desk.sent).toHaveLength(before);
    const second = (await desk.labels())[1] as PrintJob;
    await desk.workspace.store.write(async (write) => {
      await write.printJobs.move(second, 'unsure');
      await write.printJobs.move({ ...second, state: 'unsure', version: second.version + 1 }, 'failed');
    });
    expect(await desk.order()).toMatchObject({ printState: 'failed' });
    expect(await queuePrints(desk.workspace, [desk.orderId], deskPrinter)).toMatchObject({
      value: { queued: 1, refused: [] },
    });
    await desk.work();
    expect(desk.sent.slice(before)).toEqual([second.id]);
  });

  it('makes the labels of boxes that never had one, and none twice', async () => {
    desk = await openParcelDesk();
    const { store } = desk.workspace;
    // As a booking of an earlier version left it: one label for all boxes.
    const [shipment] = await store.read.shipments.ofOrder(desk.orderId);
    await store.write((write) => write.shipments.note(shipment?.id ?? '', { printerUri: '' }));
    await desk.work();
    const order = await desk.order();
    const booked = (await store.read.shipments.byId(shipment?.id ?? '')) as Shipment;
    await store.write((write) =>
      insertPrintJob(desk.workspace, write, {
        order,
        shipment: booked,
        booking: JSON.parse(booked.bookingJson ?? '{}'),
        printerUri: deskPrinter,
        copyNo: 1,
        reason: '',
      }),
    );
    await desk.work();
    expect(desk.sent).toHaveLength(1);
    await queuePrints(desk.workspace, [desk.orderId], deskPrinter);
    await desk.work();
    expect((await desk.labels()).map(({ parcelNo }) => parcelNo)).toEqual([1, 2, 3]);
    expect(new Set(desk.sent).size).toBe(3);
  });
});

describe('reprinting one box', () => {
  it('prints that box once more, marked, and leaves the others alone', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const asked = { orderId: desk.orderId, printerUri: deskPrinter, reason: '面单弄湿' };
    expect(await reprintLabel(desk.workspace, { ...asked, parcelNo: 2 })).toMatchObject({
      value: { copyNo: 2 },
    });
    await desk.work();
    const labels = await desk.labels();
    const again = labels.at(-1);
    expect(labels).toHaveLength(4);
    expect(again).toMatchObject({ parcelNo: 2, copyNo: 2, waybillNo: labels[1]?.waybillNo });
    expect(documentOf(again)).toMatchObject({ reprintNo: 1, parcel: { no: 2, total: 3 } });
  });

  it('asks which box when none is named, and refuses one that is not there', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const asked = { orderId: desk.orderId, printerUri: deskPrinter, reason: '面单弄湿' };
    expect(await reprintLabel(desk.workspace, asked)).toMatchObject({
      code: 'PARCEL_UNNAMED',
      params: { count: 3 },
    });
    expect(await reprintLabel(desk.workspace, { ...asked, parcelNo: 4 })).toMatchObject({
      code: 'PARCEL_NOT_THERE',
      params: { parcelNo: 4, count: 3 },
    });
    expect(await desk.labels()).toHaveLength(3);
  });
});

describe('a scan of a child number', () => {
  it('proves that box and no other', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const [, second] = await desk.labels();
    expect(await scanLabel(desk.workspace, second?.waybillNo ?? '')).toMatchObject({ ok: true });
    expect((await desk.labels()).map(({ state }) => state)).toEqual(['accepted', 'scanned', 'accepted']);
  });

  it('finds the last good label after a jam between two boxes of one order', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const [first, second, third] = await desk.labels();
    const plan = await planJamRecovery(desk.workspace.store.read, deskPrinter, second?.waybillNo ?? '');
    expect(plan.ok && plan.value.confirmed.map(({ id }) => id)).toEqual([first?.id]);
    expect(plan.ok && plan.value.rest.map(({ id }) => id)).toEqual([third?.id]);
  });

  it('leaves a label alone, after a jam, that is on its way to the printer just then', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const { workspace, orderId } = desk;
    await reprintLabel(workspace, { orderId, parcelNo: 3, printerUri: deskPrinter, reason: '面单弄湿' });
    const [first, second, third, leaving] = await desk.labels();
    const sentAt = workspace.clock.now();
    await workspace.store.write((write) => write.printJobs.move(leaving as PrintJob, 'sending', { sentAt }));
    const plan = await planJamRecovery(workspace.store.read, deskPrinter, first?.waybillNo ?? '');
    if (!plan.ok) throw new Error(plan.code);
    expect(plan.value.rest.map(({ id }) => id)).toEqual([second?.id, third?.id]);
  });

  it('is refused once the number was given back, so that nobody sticks the old label on', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const [, second] = await desk.labels();
    await voidBooking(desk.workspace, desk.orderId);
    expect(await scanLabel(desk.workspace, second?.waybillNo ?? '')).toMatchObject({
      code: 'LABEL_NUMBER_GIVEN_BACK',
    });
  });

  it('is asked about no more once the number was given back, in none of its boxes', async () => {
    desk = await openParcelDesk();
    await desk.work();
    await voidBooking(desk.workspace, desk.orderId);
    const { tracking } = desk.workspace.store.read;
    const followed = await tracking.window({}, { offset: 0, limit: 10 });
    expect(followed.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });
});

it('after a restored backup only the box whose label may have come out before asks, the others print', async () => {
  desk = await openParcelDesk();
  const { store } = desk.workspace;
  const [shipment] = await store.read.shipments.ofOrder(desk.orderId);
  await store.write((write) =>
    write.outsideReferences.put({
      accountId: shipment?.accountId ?? '',
      orderCode: shipment?.orderCode ?? '',
      state: 'adopted',
      waybillNo: '',
      carrier: '',
      copiesJson: JSON.stringify([{ parcelNo: 2, copyNo: 1 }]),
      at: 0,
      goodsOf: '',
      orderId: '',
      otherThanJson: '[]',
    }),
  );
  await desk.work();
  expect((await desk.labels()).map(({ state }) => state)).toEqual(['accepted', 'unsure', 'accepted']);
  expect(desk.sent).toHaveLength(2);
});

describe('a child number', () => {
  it('leads to its order in the search of the order book', async () => {
    desk = await openParcelDesk();
    await desk.work();
    const third = (await desk.labels())[2]?.waybillNo ?? '';
    const found = await desk.workspace.store.read.orders.window({ search: third }, { offset: 0, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([desk.orderId]);
    expect(await desk.workspace.store.read.orders.count({ search: third })).toBe(1);
  });

  it.each<[string, TrackingState[], string]>([
    ['nothing has moved', ['none', 'awaiting-collection', 'none'], 'booked'],
    ['one is on its way', ['none', 'collected', 'none'], 'in-transit'],
    ['two of three are signed for', ['signed', 'signed', 'in-transit'], 'in-transit'],
    ['all are signed for', ['signed', 'signed', 'signed'], 'delivered'],
    ['one came back, the others arrived', ['signed', 'returned', 'signed'], 'returned'],
  ])('moves the order with the others: %s', async (_what, states, expected) => {
    desk = await openParcelDesk();
    await desk.work();
    const { store } = desk.workspace;
    const numbers = (await desk.labels()).map(({ waybillNo }) => waybillNo);
    for (const [index, state] of states.entries()) {
      const row = await store.read.tracking.byWaybill(numbers[index] ?? '');
      if (row === undefined) throw new Error('a box is not followed');
      const snapshot = { waybillNo: row.waybillNo, carrier: 'SF', state, events: [], exception: '' };
      await store.write((write) => storeSnapshot(desk.workspace, write, row, snapshot));
    }
    expect(await desk.order()).toMatchObject({ state: expected });
  });
});

describe('fewer numbers than boxes', () => {
  it('prints what exists, invents nothing, and says so on the order', async () => {
    desk = await openParcelDesk({ sellerRemark: '#practice:fewer' });
    await desk.work();
    const labels = await desk.labels();
    expect(labels.map(({ parcelNo }) => parcelNo)).toEqual([1, 2]);
    expect(documentOf(labels[1]).parcel).toMatchObject({ no: 2, total: 3 });
    const order = await desk.order();
    expect(order).toMatchObject({ state: 'booked', errorCode: 'PARCEL_NUMBERS_SHORT' });
    expect(JSON.parse(order.complaintsJson)).toMatchObject([
      { code: 'PARCEL_NUMBERS_SHORT', params: { asked: 3, told: 2, difference: 1 } },
    ]);
    expect((await readParcels(desk.workspace.store.read, order)).map(({ waybillNo }) => waybillNo)).toEqual([
      labels[0]?.waybillNo,
      labels[1]?.waybillNo,
      '',
    ]);
  });
});

it('a label that certainly did not leave waits for its own box alone', async () => {
  desk = await openParcelDesk();
  desk.answers.push(didNotHappen('PRINTER_UNREACHABLE'));
  await desk.work();
  expect((await desk.labels()).map(({ state }) => state)).toContain('waiting');
  expect(new Set(desk.sent).size).toBe(desk.sent.length);
});
