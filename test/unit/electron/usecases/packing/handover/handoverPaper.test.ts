import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PrinterTransport,
  TransportJob,
} from '../../../../../../electron/printers/kit/printerTransport.ts';
import { receiptPages } from '../../../../../../electron/printers/receipts/composeReceipt.ts';
import type { ReceiptPart } from '../../../../../../electron/printers/receipts/receiptRows.ts';
import { closeHandover, printHandover } from '../../../../../../electron/usecases/packing/handover/close.ts';
import { beginHandover } from '../../../../../../electron/usecases/packing/handover/lists.ts';
import { happened, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { readPdfPages } from '../../../../../doubles/languageReaders/readPdf.ts';
import { shippedFonts } from '../../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';
import { of } from '../../../../../doubles/workspace/benchDesk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';

const laser = 'tcp://127.0.0.1:9100?lang=pdf';
let workspace: TestWorkspace;
let papers: TransportJob[];
const transport: PrinterTransport = {
  id: 'tcp',
  send: async (_target, job) => {
    papers.push(job);
    return happened({ level: 'accepted' });
  },
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

beforeEach(async () => {
  papers = [];
  workspace = await openTestWorkspace({ transports: [transport] });
});
afterEach(() => workspace.close());

const waybillOf = (no: number): string => `SF${String(1_000_000_000_000 + no)}`;
const cityOf = (no: number): string => (no % 2 === 0 ? '南京市' : '阿坝藏族羌族自治州');
/** Every fifth was not weighed. */
const gramsOf = (no: number): number | null => (no % 5 === 0 ? null : 1_000 + no);

/** A list with so many parcels; another one of the day went before it. */
async function listOf(count: number): Promise<{ readonly handoverId: string; readonly no: string }> {
  const begin = async () => of(await beginHandover(workspace, { carrier: 'SF' }));
  const put = (handoverId: string, no: number) =>
    workspace.store.write((write) =>
      write.handovers.add({
        waybillNo: waybillOf(no),
        handoverId,
        orderId: `order-${no}`,
        orderNo: `NO-${no}`,
        parcelNo: 1,
        city: cityOf(no),
        weightGrams: gramsOf(no),
        at: no,
        operator: '李发货',
        isScanned: 1,
      }),
    );
  const first = await begin();
  await put(first.handoverId, 0);
  of(await closeHandover(workspace, { handoverId: first.handoverId, version: first.version, courier: '' }));
  const { handoverId, no } = await begin();
  for (let at = 1; at <= count; at++) await put(handoverId, at);
  return { handoverId, no };
}

/** The pages as they lie in the printer, each with its rows of dots from top to bottom. */
async function printed(handoverId: string) {
  of(await printHandover(workspace, { handoverId, printerUri: laser, columns: 48 }));
  const [paper] = papers;
  if (paper === undefined) throw new Error('nothing was printed');
  return { pages: readPdfPages(paper.bytes), pictures: paper.pages?.() ?? [] };
}

const dotsOf = ({ data }: { readonly data: Uint8Array }): string => Buffer.from(data).toString('base64');
/** How a row that says this looks on such a page. */
function drawn(part: ReceiptPart): string {
  const [page] = receiptPages({ title: '', columns: 96, parts: [part] }, shippedFonts());
  const bitmap = page?.pictures[0]?.bitmap;
  if (bitmap === undefined) throw new Error('no row');
  return dotsOf(bitmap);
}
/** What stands on these rows, of all that could: a row that says anything else is `?`. */
function readRows(
  rows: readonly { readonly data: Uint8Array }[],
  known: ReadonlyMap<string, string>,
): string[] {
  return rows.map((row) => known.get(dotsOf(row)) ?? '?');
}
const pairOf = (no: number): { readonly left: string; readonly right: string } => {
  const grams = gramsOf(no);
  const weight = grams === null ? '' : ` ${(grams / 1_000).toFixed(2)}kg`;
  return { left: `${no}. ${waybillOf(no)}`, right: `${cityOf(no)}${weight}` };
};
/** Where the ink of a row ends, in millimetres from the left edge of the page. */
function inkEndMm({
  data,
  bytesPerRow,
  widthDots,
  leftMm,
  widthMm,
}: ReturnType<typeof readPdfPages>[0]['pictures'][0]) {
  let last = 0;
  for (let at = 0; at < data.length * 8; at++) {
    const isInk = ((data[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0;
    if (isInk) last = Math.max(last, at % (bytesPerRow * 8));
  }
  return leftMm + (last / widthDots) * widthMm;
}

describe('a handover list on A4', () => {
  it('says on one page whose it is, every number with its town and weight, the sums, and has its barcode', async () => {
    const { handoverId, no } = await listOf(6);
    const { pages, pictures } = await printed(handoverId);
    expect(pages).toHaveLength(1);
    const texts = [`编号 ${no}`, `共 6 件，5.02kg（称过的 5 件）`, '收件员：', '日期时间：'];
    const known = new Map<string, string>([
      [drawn({ kind: 'title', text: '快 递 交 接 单' }), 'title'],
      [drawn({ kind: 'big', text: '顺丰速运 6件' }), 'big'],
      [drawn({ kind: 'text', text: '晚到包裹 · 今天第 2 张', isBold: true }), 'second'],
      ...texts.flatMap((text) =>
        [true, false].map((isBold) => [drawn({ kind: 'text', text, isBold }), text] as const),
      ),
      ...[1, 2, 3, 4, 5, 6].map((at) => [drawn({ kind: 'pair', ...pairOf(at) }), `row ${at}`] as const),
    ]);
    const says = readRows(pages[0]?.pictures ?? [], known);
    expect(says.filter((said) => said !== '?')).toEqual([
      'title',
      'big',
      `编号 ${no}`,
      'second',
      'row 1',
      'row 2',
      'row 3',
      'row 4',
      'row 5',
      'row 6',
      '共 6 件，5.02kg（称过的 5 件）',
      '收件员：',
      '日期时间：',
    ]);
    expect(pictures.flatMap(({ png }) => scanBarcodes(png))).toEqual([`CODE-128:${no}`]);
  });

  it('stands in columns: town and weight end at the same edge in every row', async () => {
    const { handoverId } = await listOf(6);
    const { pages } = await printed(handoverId);
    const known = new Map([1, 2, 3, 4, 6].map((at) => [drawn({ kind: 'pair', ...pairOf(at) }), at] as const));
    const ends = (pages[0]?.pictures ?? []).filter((row) => known.has(dotsOf(row))).map(inkEndMm);
    expect(ends).toHaveLength(5);
    for (const end of ends) expect(end).toBeGreaterThan(176);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1);
  });

  it('of many parcels takes pages, each with its number and which of how many it is; none is lost between them', async () => {
    const { handoverId, no } = await listOf(180);
    const { pages, pictures } = await printed(handoverId);
    expect(pages).toHaveLength(3);
    const rows = Array.from({ length: 180 }, (_, at) => at + 1);
    const known = new Map<string, string>([
      ...rows.map((at) => [drawn({ kind: 'pair', ...pairOf(at) }), String(at)] as const),
      ...[1, 2, 3].map(
        (at) => [drawn({ kind: 'pair', left: `交接单 ${no}`, right: `${at}/3` }), `foot ${at}`] as const,
      ),
      [drawn({ kind: 'text', text: '共 180 件，156.96kg（称过的 144 件）', isBold: true }), 'sum'],
    ]);
    const says = pages.map((page) => readRows(page.pictures, known));
    expect(says.map((page) => page.at(-1))).toEqual(['foot 1', 'foot 2', 'foot 3']);
    expect(
      says
        .flat()
        .filter((said) => /^\d+$/.test(said))
        .map(Number),
    ).toEqual(rows);
    expect(says.map((page) => page.includes('sum'))).toEqual([false, false, true]);
    for (const { pictures: lines, heightMm } of pages)
      for (const { topMm, heightMm: tall } of lines) expect(topMm + tall).toBeLessThan(heightMm - 10);
    expect(pictures).toHaveLength(3);
  });
});
