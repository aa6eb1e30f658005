import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HtmlRenderer, HtmlSheet } from '../../../../electron/printers/kit/htmlRenderer.ts';
import type { PrinterTransport, TransportJob } from '../../../../electron/printers/kit/printerTransport.ts';
import type { JobsTable } from '../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../electron/usecases/bookShipment.ts';
import { planBookings } from '../../../../electron/usecases/planBookings.ts';
import { printLabel } from '../../../../electron/usecases/printLabel.ts';
import { reprintLabel } from '../../../../electron/usecases/reprintLabel.ts';
import type { Workspace } from '../../../../electron/usecases/workspace.ts';
import { done, failure, happened, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { KdniaoServer } from '../../../doubles/kdniaoServer.ts';
import { openTestWorkspace, type TestWorkspace, testAccount } from '../../../doubles/openTestWorkspace.ts';
import { sampleOrder } from '../../../doubles/sampleOrder.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
let sent: TransportJob[];
let drawn: { html: string; sheet: HtmlSheet }[];
let isUsable: boolean;

const transport: PrinterTransport = {
  id: 'tcp',
  parse: (target) => done(target),
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
    if (!isUsable) return failure('LABEL_HTML_UNUSABLE', { reason: 'too-large' });
    const bytesPerRow = Math.ceil(sheet.widthDots / 8);
    const data = new Uint8Array(bytesPerRow * sheet.heightDots).fill(255);
    return done({ ...sheet, bytesPerRow, data });
  },
};

beforeEach(async () => {
  [sent, drawn, isUsable] = [[], [], true];
  workspace = await openTestWorkspace({ transports: [transport] });
  server = new KdniaoServer();
  await server.listen();
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

async function claim(kind: JobsTable['kind']) {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], 9, now, now + 1));
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
const withWindow = (): Workspace => ({ ...workspace, htmlRenderer });

describe('the carrier’s own label', () => {
  it('is printed for an account that asks for it, in the size of the printer', async () => {
    await bookAndPrint({ IsReturnPrintTemplate: '1' }, withWindow());
    expect(drawn).toMatchObject([{ sheet: { widthDots: 608, heightDots: 1040, dpi: 203 } }]);
    expect(drawn[0]?.html).toContain(server.ledger.entries[0]?.waybillNo);
    expect(sent).toHaveLength(1);
  });

  it('is not asked for and not drawn otherwise', async () => {
    await bookAndPrint({}, withWindow());
    expect(drawn).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('gives way to ours where it cannot be used', async () => {
    isUsable = false;
    await bookAndPrint({ IsReturnPrintTemplate: '1' }, withWindow());
    expect([drawn.length, sent.length]).toEqual([1, 1]);
  });

  it('gives way to ours where there is no window', async () => {
    await bookAndPrint({ IsReturnPrintTemplate: '1' }, workspace);
    expect([drawn.length, sent.length]).toEqual([0, 1]);
  });

  it('is not used for a reprint, whose mark it has no place for', async () => {
    const orderId = await bookAndPrint({ IsReturnPrintTemplate: '1' }, withWindow());
    await reprintLabel(workspace, { orderId, printerUri: 'tcp://127.0.0.1:9100', reason: '模糊' });
    for (const job of await claim('print')) await printLabel(withWindow(), job);
    expect(drawn).toHaveLength(1);
  });
});
