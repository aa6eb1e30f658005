import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HtmlRenderer, HtmlSheet } from '../../../../../electron/printers/kit/htmlRenderer.ts';
import type {
  PrinterTransport,
  TransportJob,
} from '../../../../../electron/printers/kit/printerTransport.ts';
import type { Job } from '../../../../../electron/store/schema.ts';
import {
  chooseCarrierLabel,
  previewCarrierLabel,
} from '../../../../../electron/usecases/accounts/carrierLabels.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { actAs } from '../../../../../electron/usecases/operators/desk.ts';
import { previewLabel } from '../../../../../electron/usecases/printing/preview.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import type { Workspace } from '../../../../../electron/usecases/workspace/workspace.ts';
import { done, failure, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
let sent: TransportJob[];
let drawn: { html: string; sheet: HtmlSheet }[];
let fault: string;

const transport: PrinterTransport = {
  id: 'tcp',
  send: async (_target, payload) => {
    sent.push(payload);
    return happened({ level: 'accepted' });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

/** A window's part: every dot black, so that its label is known again. */
const htmlRenderer: HtmlRenderer = {
  async render(html, sheet) {
    drawn.push({ html, sheet });
    if (fault !== '') return failure('LABEL_HTML_UNUSABLE', { reason: fault });
    const bytesPerRow = Math.ceil(sheet.widthDots / 8);
    const data = new Uint8Array(bytesPerRow * sheet.heightDots).fill(255);
    return done({ ...sheet, bytesPerRow, data });
  },
};

beforeEach(async () => {
  [sent, drawn, fault] = [[], [], ''];
  workspace = await openTestWorkspace({ transports: [transport] });
  server = new KdniaoServer();
  await server.listen();
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

async function claim(kind: Job['kind']) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], 9, now));
}

async function bookAndPrint(fields: Readonly<Record<string, string>>, desk: Workspace): Promise<string> {
  const account = await testAccount(workspace, {
    platform: 'kdniao',
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: server.url,
    fields,
  });
  const order = sampleOrder(1);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  const printerUri = 'tcp://127.0.0.1:9100';
  await planBookings(workspace, { orderIds: [order.id], accountId: account.id, carrier: 'ZTO', printerUri });
  for (const job of await claim('book')) await bookShipment(workspace, job);
  for (const job of await claim('print')) await printLabel(desk, job);
  return order.id;
}

const carriers = { IsReturnPrintTemplate: '1' } as const;
const jobs = (orderId: string) => workspace.store.read.printJobs.ofOrder(orderId);
const unseen = () => workspace.store.read.printJobs.unseenOwnLayouts();
const withWindow = (): Workspace => ({ ...workspace, htmlRenderer });

describe('the carrier’s own label', () => {
  it('is printed for an account that asks for it, in the size of the printer, and the ledger says so', async () => {
    const orderId = await bookAndPrint(carriers, withWindow());
    expect(drawn).toMatchObject([{ sheet: { widthDots: 608, heightDots: 1040, dpi: 203 } }]);
    expect(drawn[0]?.html).toContain(server.ledger.lines[0]?.waybillNo);
    expect(sent).toHaveLength(1);
    expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'carrier', ownLayoutReason: '' }]);
    expect(await unseen()).toEqual([]);
  });

  it('is not asked for and not drawn otherwise, and nobody is told of anything', async () => {
    const orderId = await bookAndPrint({}, withWindow());
    expect(drawn).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'ours', ownLayoutReason: '' }]);
    expect(await unseen()).toEqual([]);
  });

  it.each(['too-large', 'empty', 'slow', 'navigated', 'too-long', 'failed'])(
    'gives way to ours where it cannot be used (%s), and that is told',
    async (reason) => {
      fault = reason;
      const orderId = await bookAndPrint(carriers, withWindow());
      expect([drawn.length, sent.length]).toEqual([1, 1]);
      expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'ours', ownLayoutReason: reason }]);
      expect(await unseen()).toMatchObject([{ reason, total: 1 }]);
    },
  );

  it.each([
    ['script', '<script>draw()</script>'],
    ['outside', '<img src="https://carrier.example/bars.png">'],
  ])('that would be drawn with a hole (%s) reaches no window, and that is told', async (reason, markup) => {
    server.template = () => markup;
    const orderId = await bookAndPrint(carriers, withWindow());
    expect([drawn.length, sent.length]).toEqual([0, 1]);
    expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'ours', ownLayoutReason: reason }]);
    expect(await unseen()).toMatchObject([{ reason, total: 1 }]);
  });

  it('that the platform did not send is reported', async () => {
    server.template = () => '';
    const orderId = await bookAndPrint(carriers, withWindow());
    expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'ours', ownLayoutReason: 'not-returned' }]);
  });

  it('gives way to ours where there is no window, and that is reported until somebody has read it', async () => {
    const orderId = await bookAndPrint(carriers, workspace);
    expect([drawn.length, sent.length]).toEqual([0, 1]);
    expect(await jobs(orderId)).toMatchObject([{ drawnBy: 'ours', ownLayoutReason: 'no-window' }]);
    const [shown] = await unseen();
    expect(shown).toMatchObject({ reason: 'no-window', total: 1 });
    await workspace.store.write((write) => write.printJobs.markOwnLayoutsSeen(shown?.newestId ?? ''));
    expect(await unseen()).toEqual([]);
    expect(await jobs(orderId)).toMatchObject([{ ownLayoutReason: 'no-window' }]);
  });

  it('is not used for a reprint, whose mark it has no place for: noted, nobody is called', async () => {
    const orderId = await bookAndPrint(carriers, withWindow());
    await reprintLabel(workspace, { orderId, printerUri: 'tcp://127.0.0.1:9100', reason: '模糊' });
    for (const job of await claim('print')) await printLabel(withWindow(), job);
    expect(drawn).toHaveLength(1);
    const [, reprint] = await jobs(orderId);
    expect(reprint).toMatchObject({ drawnBy: 'ours', ownLayoutReason: 'reprint' });
    expect(await unseen()).toEqual([]);
  });

  it('is shown as it was sent, whatever the account says afterwards', async () => {
    const orderId = await bookAndPrint(carriers, withWindow());
    const [job] = await jobs(orderId);
    const accountId = (await workspace.store.read.accounts.all()).at(-1)?.id ?? '';
    await chooseCarrierLabel(workspace, { accountId, isWanted: false });
    const shown = await previewLabel(withWindow(), job?.id ?? '');
    expect(shown).toMatchObject({ ok: true, value: { drawnBy: 'carrier', ownLayoutReason: '' } });
    // Without a window it is not shown as something it was not.
    expect(await previewLabel(workspace, job?.id ?? '')).toMatchObject({ code: 'LABEL_HTML_UNUSABLE' });
  });

  it('is not shown to who may not see persons in full: nobody here can mask it', async () => {
    const orderId = await bookAndPrint(carriers, withWindow());
    const [job] = await jobs(orderId);
    const packer = actAs(withWindow(), { operatorId: 'o1', name: '小张', role: 'packer' });
    expect(await previewLabel(packer, job?.id ?? '')).toEqual({
      ok: false,
      code: 'OPERATOR_RIGHT_MISSING',
      params: { right: 'seePersonalData' },
    });
    const clerk = actAs(withWindow(), { operatorId: 'o2', name: '小李', role: 'clerk' });
    expect(await previewLabel(clerk, job?.id ?? '')).toMatchObject({ value: { drawnBy: 'carrier' } });
  });
});

describe('the choice of an account', () => {
  it('asks the platform from the next booking on; a booking that was frozen before repeats its own words', async () => {
    const orderId = await bookAndPrint({}, withWindow());
    const accountId = (await workspace.store.read.accounts.all()).at(-1)?.id ?? '';
    expect(await chooseCarrierLabel(workspace, { accountId, isWanted: true })).toMatchObject({ ok: true });
    const [shipment] = await workspace.store.read.shipments.ofOrder(orderId);
    expect(JSON.parse(shipment?.requestJson ?? '')).toMatchObject({ wantsTemplate: false });
    expect(await previewCarrierLabel(withWindow(), accountId, { size: '76x130', dpi: 203 })).toMatchObject({
      code: 'LABEL_NO_TEMPLATE_YET',
    });
    const second = sampleOrder(2);
    await workspace.store.write((write) => write.orders.insertMany([second]));
    const plan = { orderIds: [second.id], accountId, carrier: 'ZTO', printerUri: null };
    await planBookings(workspace, plan);
    for (const job of await claim('book')) await bookShipment(workspace, job);
    expect(server.requests.at(-1)?.data).toMatchObject({ IsReturnPrintTemplate: '1' });
    const preview = await previewCarrierLabel(withWindow(), accountId, { size: '100x150', dpi: 300 });
    expect(preview).toMatchObject({ ok: true, value: { source: { drawnBy: 'carrier' } } });
    expect(drawn.at(-1)?.sheet).toMatchObject({ widthDots: 1181, heightDots: 1772, dpi: 300 });
  });

  it('waits for a booking of an earlier version that would repeat its request with another word in it', async () => {
    const account = await testAccount(workspace, {
      platform: 'kdniao',
      merchantId: server.merchantId,
      secret: server.apiKey,
      endpoint: server.url,
    });
    const order = sampleOrder(3);
    await workspace.store.write((write) => write.orders.insertMany([order]));
    await planBookings(workspace, {
      orderIds: [order.id],
      accountId: account.id,
      carrier: 'ZTO',
      printerUri: null,
    });
    const [shipment] = await workspace.store.read.shipments.ofOrder(order.id);
    const { wantsTemplate: _, ...older } = JSON.parse(shipment?.requestJson ?? '') as Record<string, unknown>;
    await workspace.store.write((write) =>
      write.shipments.note(shipment?.id ?? '', { requestJson: JSON.stringify(older) }),
    );
    const change = { accountId: account.id, isWanted: true };
    expect(await chooseCarrierLabel(workspace, change)).toMatchObject({ code: 'ACCOUNT_BUSY' });
    for (const job of await claim('book')) await bookShipment(workspace, job);
    expect(await chooseCarrierLabel(workspace, change)).toMatchObject({ ok: true });
  });

  it('is not offered where the platform has no such label', async () => {
    const account = await testAccount(workspace);
    const change = { accountId: account.id, isWanted: true };
    expect(await chooseCarrierLabel(workspace, change)).toMatchObject({ code: 'SERVICE_UNSUPPORTED' });
  });
});
