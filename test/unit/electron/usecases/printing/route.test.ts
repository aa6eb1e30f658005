import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterTransport } from '../../../../../electron/printers/kit/printerTransport.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import {
  patchProfile,
  savePrinterSetup,
} from '../../../../../electron/usecases/printing/printers/printerSetup.ts';
import { addPrinter } from '../../../../../electron/usecases/printing/printers/printers.ts';
import { printLabel } from '../../../../../electron/usecases/printing/printLabel.ts';
import { savePrintRoutes, savePrintRules } from '../../../../../electron/usecases/printing/printRules.ts';
import { queuePrints } from '../../../../../electron/usecases/printing/queue.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import { matchingRoutes, routePrinter } from '../../../../../electron/usecases/printing/route.ts';
import type { LabelSize } from '../../../../../shared/domain/printing/labelDocument.ts';
import { done, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const small = 'tcp://10.0.0.1?size=76x130';
const large = 'tcp://10.0.0.2?size=100x150';
const largest = 'tcp://10.0.0.3?size=100x180';
let workspace: TestWorkspace;
/** Host of each paper that came out. */
let papers: string[];

const transport: PrinterTransport = {
  id: 'tcp',
  async send(target) {
    papers.push(target.host);
    return happened({ level: 'accepted' as const });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  papers = [];
  workspace = await openTestWorkspace({ transports: [transport] });
  for (const uri of [small, large]) await addPrinter(workspace, { uri, name: uri });
});
afterEach(() => workspace.close());

const route = (label: Partial<{ carrier: string; shop: string; asked: LabelSize | '' }>, uri = 'auto:') =>
  routePrinter(workspace, workspace.store.read, uri, { carrier: 'ZTO', shop: '', asked: '', ...label });

async function bookOne(printerUri: string | null = null): Promise<string> {
  const account = await testAccount(workspace);
  const order = sampleOrder(0);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  await planBookings(workspace, { orderIds: [order.id], accountId: account.id, carrier: 'ZTO', printerUri });
  for (const job of await claim('book')) await bookShipment(workspace, job);
  return order.id;
}

function claim(kind: 'book' | 'print') {
  const now = workspace.clock.now();
  return workspace.store.write((write) => write.jobs.claim([kind], 10, now));
}

async function printDue(): Promise<void> {
  for (const job of await claim('print')) await printLabel(workspace, job);
}

const lastJob = async (orderId: string) => (await workspace.store.read.printJobs.ofOrder(orderId)).at(-1);

describe('the rules that choose a printer', () => {
  it('match when every filled field does, in their order', () => {
    const row = (position: number, carrier: string, shop: string, size: string) => ({
      position,
      carrier,
      shop,
      size,
      printerUri: String(position),
    });
    const rows = [row(0, 'SF', 'B店', ''), row(1, 'SF', '', ''), row(2, '', '', '100x150')];
    const uris = (carrier: string, shop: string, size: LabelSize | '') =>
      matchingRoutes(rows, { carrier, shop, size }).map(({ printerUri }) => printerUri);
    expect(uris('SF', 'B店', '')).toEqual(['0', '1']);
    expect(uris('SF', 'A店', '100x150')).toEqual(['1', '2']);
    expect(uris('ZTO', 'A店', '100x150')).toEqual(['2']);
    expect(uris('ZTO', 'A店', '')).toEqual([]);
  });

  it('send a size to the printer their rule names, and everything else to the default', async () => {
    await savePrintRoutes(workspace, [{ carrier: '', shop: '', size: '100x150', printerUri: large }]);
    expect(await route({ asked: '100x150' })).toEqual(done(large));
    expect(await route({ asked: '76x130' })).toEqual(done(small));
    expect(await route({})).toEqual(done(small));
  });

  it('pass over a printer that holds other paper, whatever its rule says', async () => {
    await savePrintRoutes(workspace, [
      { carrier: 'ZTO', shop: '', size: '', printerUri: small },
      { carrier: '', shop: '', size: '', printerUri: large },
    ]);
    expect(await route({})).toEqual(done(small));
    expect(await route({ asked: '100x150' })).toEqual(done(large));
    await savePrinterSetup(workspace, { uri: large, name: 'B', profile: { loadedSize: '76x130' } });
    expect(await route({ asked: '100x150' })).toMatchObject({
      code: 'PRINTER_SIZE_MISSING',
      params: { wanted: '100x150' },
    });
  });

  it('find the printer that holds the paper without any rule', async () => {
    expect(await route({ asked: '100x150' })).toEqual(done(large));
    await addPrinter(workspace, { uri: largest, name: 'C' });
    expect(await route({ asked: '100x180' })).toEqual(done(largest));
    expect(await route({ asked: '60x40' })).toMatchObject({ code: 'PRINTER_SIZE_MISSING' });
  });

  it('take the paper of the carrier where nobody chose one, and what was chosen before it', async () => {
    await savePrintRules(workspace, { carrierSizes: [{ carrier: 'SF', size: '100x150' }] });
    expect(await route({ carrier: 'SF' })).toEqual(done(large));
    expect(await route({ carrier: 'SF', asked: '76x130' })).toEqual(done(small));
    expect(await route({ carrier: 'ZTO' })).toEqual(done(small));
  });
});

describe('a label and its paper', () => {
  it('is refused before printing by a printer that was named and holds other paper', async () => {
    const id = await bookOne();
    await savePrintRules(workspace, { carrierSizes: [{ carrier: 'ZTO', size: '100x150' }] });
    const queued = await queuePrints(workspace, [id], small);
    expect(queued).toMatchObject({
      value: {
        queued: 0,
        refused: [
          {
            failure: {
              code: 'PRINTER_MEDIA_MISMATCH',
              params: { loaded: '76x130', wanted: '100x150' },
            },
          },
        ],
      },
    });
    await queuePrints(workspace, [id], 'auto:');
    await printDue();
    expect(papers).toEqual(['10.0.0.2']);
  });

  it('is refused when the roll was changed while it waited, and says which paper lies in the printer', async () => {
    const id = await bookOne();
    await queuePrints(workspace, [id], large, { size: '100x150' });
    await patchProfile(workspace, large, { loadedSize: '76x130' });
    await printDue();
    expect(papers).toEqual([]);
    expect(await lastJob(id)).toMatchObject({
      state: 'failed',
      errorCode: 'PRINTER_MEDIA_MISMATCH',
      errorParamsJson: JSON.stringify({ loaded: '76x130', wanted: '100x150' }),
      mediaSize: '100x150',
    });
    await patchProfile(workspace, large, { loadedSize: '100x150' });
    await queuePrints(workspace, [id], 'auto:');
    await printDue();
    expect(papers).toEqual(['10.0.0.2']);
  });

  it('booked to be printed on the wrong paper stands in the ledger as refused, by the printer it named', async () => {
    await savePrintRules(workspace, { carrierSizes: [{ carrier: 'ZTO', size: '100x150' }] });
    const id = await bookOne(small);
    expect(await lastJob(id)).toMatchObject({
      state: 'failed',
      printerUri: small,
      errorCode: 'PRINTER_MEDIA_MISMATCH',
    });
    await printDue();
    expect(papers).toEqual([]);
  });

  it('keeps its paper when it is printed once more', async () => {
    const id = await bookOne();
    await queuePrints(workspace, [id], large, { size: '100x150' });
    await printDue();
    const again = (printerUri: string) =>
      reprintLabel(workspace, { orderId: id, printerUri, reason: '卡纸' });
    expect(await again(small)).toMatchObject({ code: 'PRINTER_MEDIA_MISMATCH' });
    expect(await again('auto:')).toMatchObject({ ok: true, value: { copyNo: 2 } });
    await printDue();
    expect(papers).toEqual(['10.0.0.2', '10.0.0.2']);
  });

  it('comes out on no other address of a device in which other paper lies', async () => {
    const other = 'tcp://10.0.0.1?lang=tspl&size=100x150';
    await patchProfile(workspace, small, { loadedSize: '76x130' });
    const id = await bookOne();
    await queuePrints(workspace, [id], other);
    await printDue();
    expect(papers).toEqual([]);
    await addPrinter(workspace, { uri: other, name: '同一台' });
    await patchProfile(workspace, other, { loadedSize: '100x150' });
    await queuePrints(workspace, [id], small);
    await printDue();
    expect(papers).toEqual([]);
    await queuePrints(workspace, [id], other);
    await printDue();
    expect(papers).toEqual(['10.0.0.1']);
  });
});
