import { afterEach, beforeEach, expect, it } from 'vitest';
import type {
  PrinterTransport,
  TransportJob,
} from '../../../../../../electron/printers/kit/printerTransport.ts';
import type { Order } from '../../../../../../electron/store/schema.ts';
import {
  previewReceipts,
  printReceipts,
  type ReceiptRequest,
} from '../../../../../../electron/usecases/printing/papers/printReceipts.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { readPdfPages } from '../../../../../doubles/languageReaders/readPdf.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let papers: TransportJob[];
let takes: number;
let whenTaken: () => void;
const uri = 'tcp://127.0.0.1:9100?lang=escpos';

const transport: PrinterTransport = {
  id: 'tcp',
  send: async (_target, job) => {
    if (papers.length >= takes) return didNotHappen('PRINTER_UNREACHABLE');
    papers.push(job);
    whenTaken();
    return happened({ level: 'accepted' });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  papers = [];
  takes = 100;
  whenTaken = () => undefined;
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

const item = (name: string, skuCode: string, quantity: number, sku = '') => ({
  name,
  sku,
  skuCode,
  quantity,
});

async function orders(...changes: Partial<Order>[]): Promise<string[]> {
  const rows = changes.map((change, no) => sampleOrder(no, change));
  await workspace.store.write((write) => write.orders.insertMany(rows));
  return rows.map(({ id }) => id);
}

const request = (orderIds: readonly string[], change: Partial<ReceiptRequest> = {}): ReceiptRequest => ({
  kind: 'slip',
  orderIds,
  columns: 48,
  pickOrder: 'code',
  ...change,
});

it('a picking list adds the articles of all orders up, in the order of the shelves', async () => {
  const ids = await orders(
    { itemsJson: JSON.stringify([item('袜子', 'B-10', 2), item('短袖', 'A-2', 1, '白 L')]) },
    { itemsJson: JSON.stringify([item('短袖', 'A-2', 3, '白 L'), item('帽子', 'B-9', 1)]) },
    { itemsJson: JSON.stringify([item('短袖', 'A-2', 1, '黑 L')]) },
  );
  const lines = async (pickOrder: ReceiptRequest['pickOrder']) =>
    (await previewReceipts(workspace, request(ids, { kind: 'pick-list', pickOrder }))).receipts[0]
      ?.filter((line) => /x\d+$/.test(line))
      .map((line) => line.replace(/ {2,}/g, ' '));
  expect(await lines('code')).toEqual([
    'A-2 短袖 白 L x4',
    'A-2 短袖 黑 L x1',
    'B-9 帽子 x1',
    'B-10 袜子 x2',
  ]);
  expect((await lines('quantity'))?.[0]).toBe('A-2 短袖 白 L x4');
  expect((await lines('name'))?.map((line) => line.split(' ')[1])).toEqual(['短袖', '短袖', '帽子', '袜子']);
  const [whole] = (await previewReceipts(workspace, request(ids, { kind: 'pick-list' }))).receipts;
  expect(whole?.join('\n')).toContain('共 4 种 8 件');
  expect(whole?.join('\n')).toMatch(/3 单/);
});

it('a handover list is one a carrier, with the numbers and nobody’s name, street or phone', async () => {
  const ids = await orders(
    { bookedCarrier: 'ZTO', waybillNo: '7300001', city: '杭州市' },
    { bookedCarrier: 'SF', waybillNo: 'SF0001', city: '深圳市' },
    { bookedCarrier: 'ZTO', waybillNo: '7300002', city: '宁波市' },
    { bookedCarrier: 'ZTO', waybillNo: '' },
  );
  const { receipts, refused } = await previewReceipts(workspace, request(ids, { kind: 'handover' }));
  expect(receipts).toHaveLength(2);
  expect(refused.map(({ code }) => code)).toEqual(['LABEL_NO_WAYBILL']);
  const [first = '', second = ''] = receipts.map((lines) => lines.join('\n'));
  expect(first).toContain('中通快递 2件');
  expect(first).toMatch(/1\. 7300001 +杭州市/);
  expect(first).toMatch(/2\. 7300002 +宁波市/);
  expect(second).toContain('SF0001');
  const order = sampleOrder(0);
  for (const secret of [order.receiverName, order.receiverPhone, order.detail])
    expect(first + second).not.toContain(secret);
});

it('a separator counts the batch by carrier', async () => {
  const ids = await orders({ bookedCarrier: 'ZTO' }, { bookedCarrier: 'ZTO' }, { bookedCarrier: '' });
  const [lines] = (await previewReceipts(workspace, request(ids, { kind: 'separator' }))).receipts;
  expect(lines?.join('\n')).toContain('本批 3 单');
  expect(lines?.join('\n')).toMatch(/中通快递 +2 单/);
  expect(lines?.join('\n')).toMatch(/未取号 +1 单/);
});

it('each slip is a job of its own, and what must not be packed is left out by name', async () => {
  const ids = await orders({}, { state: 'held' }, { alarm: 'refund' }, {});
  const outcome = await printReceipts(workspace, request([...ids, 'gone']), uri);
  expect(outcome).toMatchObject({ ok: true, value: { printed: 2, stoppedBy: '' } });
  expect(outcome.ok && outcome.value.refused.map(({ code }) => code)).toEqual([
    'ORDER_HELD',
    'ORDER_REFUNDED_AFTER_BOOKING',
    'ORDER_GONE',
  ]);
  expect(new Set(papers.map(({ jobId }) => jobId)).size).toBe(2);
});

it('a label printer, which would take a receipt for commands, gets none', async () => {
  const ids = await orders({});
  expect(await printReceipts(workspace, request(ids), 'tcp://127.0.0.1:9100?lang=tspl')).toMatchObject({
    code: 'RECEIPT_PRINTER_NEEDED',
    params: { language: 'tspl' },
  });
  expect(papers).toEqual([]);
});

it('somebody who stops it waits for the paper in hand, and the rest is not printed', async () => {
  const ids = await orders({}, {}, {});
  const stopping = new AbortController();
  whenTaken = () => stopping.abort();
  expect(await printReceipts(workspace, request(ids), uri, stopping.signal)).toMatchObject({
    value: { printed: 1, stoppedBy: 'PRINT_STOPPED' },
  });
  expect(papers).toHaveLength(1);
});

it('a printer that stops ends the run and says how many came out; one that never took any is a failure', async () => {
  const ids = await orders({}, {}, {});
  takes = 1;
  expect(await printReceipts(workspace, request(ids), uri)).toMatchObject({
    value: { printed: 1, stoppedBy: 'PRINTER_UNREACHABLE' },
  });
  takes = 0;
  expect(await printReceipts(workspace, request(ids), uri)).toMatchObject({
    ok: false,
    code: 'PRINTER_UNREACHABLE',
  });
});

it('slips, lists and handover lists come out of a printer of pages as A4, as many pages as they need', async () => {
  const many = Array.from({ length: 120 }, (_, no) => item(`短袖 ${no}`, `A-${no}`, 1));
  const ids = await orders({ itemsJson: JSON.stringify(many) }, {});
  const laser = 'tcp://127.0.0.1:9100?lang=pdf';
  expect(await printReceipts(workspace, request(ids), laser)).toMatchObject({ value: { printed: 2 } });
  const pages = papers.map(({ bytes }) => readPdfPages(bytes));
  expect(pages.map(({ length }) => length > 0)).toEqual([true, true]);
  expect(pages[0]?.length).toBeGreaterThan(1);
  for (const page of pages.flat()) {
    expect([page.widthMm, page.heightMm].map(Math.round)).toEqual([210, 297]);
    for (const { leftMm, topMm, widthMm, heightMm } of page.pictures) {
      expect(leftMm).toBeGreaterThan(10);
      expect(leftMm + widthMm).toBeLessThan(200);
      expect(topMm + heightMm).toBeLessThan(285);
    }
  }
  expect(papers[0]?.pages?.()).toHaveLength(pages[0]?.length ?? 0);
});
