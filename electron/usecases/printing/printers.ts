import type { PrinterRow } from '../../../shared/contracts/settings.ts';
import type { LabelDocument } from '../../../shared/domain/labelDocument.ts';
import type { PrinterProfile } from '../../../shared/domain/printer.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { renderJob } from '../../printers/renderJob.ts';
import { readSettings, saveSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openPrinter, readProfile } from './openPrinter.ts';
import { type ProbedPrinter, reportPrinter } from './printerState.ts';

export async function readPrinters(
  workspace: Workspace,
  probes: ReadonlyMap<string, ProbedPrinter>,
): Promise<PrinterRow[]> {
  const { defaultPrinterUri } = await readSettings(workspace);
  const printers = await workspace.store.read.printers.all();
  const rows: PrinterRow[] = [];
  for (const { uri, name } of printers) {
    const { state } = await reportPrinter(workspace, uri, probes.get(uri));
    rows.push({ uri, name, state, isDefault: uri === defaultPrinterUri });
  }
  return rows;
}

/** Adds a printer; the first one becomes the default. */
export async function addPrinter(
  workspace: Workspace,
  printer: { readonly uri: string; readonly name: string },
): Promise<Outcome<null>> {
  const opened = openPrinter(workspace, printer.uri);
  if (!opened.ok) return opened;
  await workspace.store.write(async (write) => {
    // A second address of a device that is known already: the same roll lies in it.
    const { loadedSize } = await readProfile(write, printer.uri);
    const profileJson = loadedSize === '' ? '{}' : JSON.stringify({ loadedSize });
    await write.printers.put({ ...printer, createdAt: workspace.clock.now(), profileJson });
  });
  if ((await readSettings(workspace)).defaultPrinterUri === null)
    await saveSettings(workspace, { defaultPrinterUri: printer.uri });
  workspace.changed('settings', 'status');
  return done(null);
}

export async function removePrinter(workspace: Workspace, uri: string): Promise<void> {
  await workspace.store.write((write) => write.printers.remove(uri));
  if ((await readSettings(workspace)).defaultPrinterUri === uri)
    await saveSettings(workspace, { defaultPrinterUri: null });
  workspace.changed('settings', 'status');
}

/** A label that shows every zone and is no parcel's. */
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
    remark: '四边应完整，条码应能扫描',
    merchantText: '',
    printedAt,
    serial: null,
    reprintNo: 0,
    isPractice: true,
    shortCode: '测试',
  };
}

/** Prints one test label at once, outside the ledger. */
export async function testPrinter(
  workspace: Workspace,
  uri: string,
  tried?: PrinterProfile,
): Promise<Outcome<null>> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  const { target, transport } = printer.value;
  const profile = tried ?? (await readProfile(workspace.store.read, uri));
  const rendered = renderJob(testDocument(workspace.clock.now()), target, workspace.fonts, null, profile);
  if (!rendered.ok) return rendered;
  const { bytes, png } = rendered.value;
  const outcome = await transport.send(target, {
    jobId: workspace.nextId(),
    title: 'ShipDesk test',
    bytes,
    png,
  });
  return outcome.ok ? done(null) : failure(outcome.code, outcome.params);
}
