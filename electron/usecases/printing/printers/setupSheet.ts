import type { LabelBitmap, LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import type { PrinterProfile } from '../../../../shared/domain/printing/printer.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { PrinterTarget } from '../../../printers/kit/printerTransport.ts';
import { encodeSheet } from '../../../printers/renderJob.ts';
import { drawMediaSheet, drawRulerSheet, drawTestSheet } from '../../../printers/setupSheets.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { choosePrinter } from './choosePrinter.ts';
import { openPrinter, readProfile } from './openPrinter.ts';

type SetupSheet = 'test' | 'ruler' | 'media';

/** A label that shows every zone and belongs to no parcel. */
function testDocument(printedAt: number): LabelDocument {
  const party = {
    name: '测试',
    phone: '13800000000',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: '测试路1号',
  };
  return {
    carrier: 'TEST',
    carrierName: '打印测试',
    waybillNo: 'TEST00000000000001',
    orderNo: 'TEST-LABEL',
    sortCode: '测-试-01',
    packageCode: '',
    packageName: '测试集包地',
    sender: party,
    receiver: party,
    goods: [{ name: '测试商品 镕堃喆祎', quantity: 1 }],
    remark: '四边完整，条码能扫；黑条有白线：打印头坏点',
    merchantText: '',
    printedAt,
    serial: null,
    reprintNo: 0,
    isPractice: true,
    shortCode: '测试',
  };
}

function drawSheet(
  { clock, fonts }: Workspace,
  sheet: SetupSheet,
  target: PrinterTarget,
): Outcome<LabelBitmap> {
  if (sheet === 'ruler') return done(drawRulerSheet(target, fonts));
  return sheet === 'media'
    ? done(drawMediaSheet(target, fonts))
    : drawTestSheet(testDocument(clock.now()), target, fonts);
}

/**
 * Prints one sheet outside the ledger, and returns its printer. Only the test label keeps the set offset: the others are for finding it.
 */
export async function printSetupSheet(
  workspace: Workspace,
  { uri: named, sheet, profile }: { uri: string; sheet: SetupSheet; profile: Partial<PrinterProfile> },
): Promise<Outcome<{ readonly uri: string }>> {
  const chosen = await choosePrinter(workspace, named);
  if (!chosen.ok) return chosen;
  const uri = chosen.value;
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  const { target, transport } = printer.value;
  const bitmap = drawSheet(workspace, sheet, target);
  if (!bitmap.ok) return bitmap;
  const encoded = encodeSheet(bitmap.value, target, {
    ...(await readProfile(workspace.store.read, uri)),
    ...profile,
    ...(sheet === 'test' ? {} : { offsetXTenthMm: 0, offsetYTenthMm: 0 }),
  });
  if (!encoded.ok) return encoded;
  const job = { jobId: workspace.nextId(), title: `ShipDesk ${sheet}`, ...encoded.value };
  const outcome = await transport.send(target, job);
  return outcome.ok ? done({ uri }) : failure(outcome.code, outcome.params);
}
