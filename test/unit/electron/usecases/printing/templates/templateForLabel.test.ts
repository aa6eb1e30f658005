import { afterEach, beforeEach, expect, it } from 'vitest';
import { starterTemplate } from '../../../../../../electron/labels/template/starterTemplate.ts';
import type {
  PrinterTransport,
  TransportJob,
} from '../../../../../../electron/printers/kit/printerTransport.ts';
import { bookShipment } from '../../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { previewLabel } from '../../../../../../electron/usecases/printing/preview.ts';
import { printLabel } from '../../../../../../electron/usecases/printing/printLabel.ts';
import { reprintLabel } from '../../../../../../electron/usecases/printing/reprint.ts';
import {
  removeLabelTemplate,
  saveLabelTemplate,
  setDefaultTemplate,
} from '../../../../../../electron/usecases/printing/templates/labelTemplates.ts';
import type { LabelDocument } from '../../../../../../shared/domain/printing/labelDocument.ts';
import { happened, unknownOutcome } from '../../../../../../shared/errors/outcome.ts';
import { decodePng } from '../../../../../doubles/printers/decodePng.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let papers: TransportJob[];
const uri = 'tcp://127.0.0.1:9100?size=76x130';

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

async function work(kind: 'book' | 'print'): Promise<void> {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim([kind], 10, now));
  for (const job of jobs) await (kind === 'book' ? bookShipment : printLabel)(workspace, job);
}

async function saved(name: string, size: '76x130' | '100x150' = '76x130'): Promise<string> {
  const content = starterTemplate(size);
  const outcome = await saveLabelTemplate(workspace, { templateId: null, baseVersion: 0, name, content });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.row.id;
}

async function printOne(): Promise<string> {
  const account = await testAccount(workspace);
  const order = sampleOrder(1);
  await workspace.store.write((write) => write.orders.insertMany([order]));
  await planBookings(workspace, {
    orderIds: [order.id],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: uri,
  });
  await work('book');
  await work('print');
  return order.id;
}

const jobsOf = (orderId: string) => workspace.store.read.printJobs.ofOrder(orderId);
const refOf = (job: { documentJson: string } | undefined) =>
  (JSON.parse(job?.documentJson ?? '{}') as LabelDocument).template;

it('a label is printed with the default of the printer’s size, and its preview shows the same dots', async () => {
  const id = await saved('默认');
  await setDefaultTemplate(workspace, '76x130', id);
  await setDefaultTemplate(workspace, '100x150', await saved('别的纸', '100x150'));
  const [job] = await jobsOf(await printOne());
  expect(refOf(job)).toEqual({ templateId: id, version: 1 });
  const preview = await previewLabel(workspace, job?.id ?? '');
  if (!preview.ok) throw new Error(preview.code);
  const picture = decodePng(papers[0]?.png?.() ?? new Uint8Array());
  const { widthDots, bytesPerRow, data } = preview.value.bitmap;
  let different = 0;
  for (let at = 0; at < widthDots * preview.value.bitmap.heightDots; at += 1) {
    const [x, y] = [at % widthDots, Math.floor(at / widthDots)];
    const isInk = ((data[y * bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
    if (picture.isDark(x, y) !== (isInk === 1)) different += 1;
  }
  expect(different).toBe(0);
});

it('a reprint looks as the first print did, whatever was saved, chosen or removed since', async () => {
  const id = await saved('第一版');
  await setDefaultTemplate(workspace, '76x130', id);
  const orderId = await printOne();
  await saveLabelTemplate(workspace, {
    templateId: id,
    baseVersion: 1,
    name: '第二版',
    content: { size: '76x130', elements: [] },
  });
  await removeLabelTemplate(workspace, id);
  const again = await reprintLabel(workspace, { orderId, printerUri: uri, reason: '标签破损' });
  expect(again.ok).toBe(true);
  await work('print');
  const jobs = await jobsOf(orderId);
  expect(jobs.map(refOf)).toEqual([
    { templateId: id, version: 1 },
    { templateId: id, version: 1 },
  ]);
  expect(papers).toHaveLength(2);
});

it('a label first printed in the standard layout stays so, also after a default was set', async () => {
  const orderId = await printOne();
  await setDefaultTemplate(workspace, '76x130', await saved('新默认'));
  await reprintLabel(workspace, { orderId, printerUri: uri, reason: '标签破损' });
  expect((await jobsOf(orderId)).map(refOf)).toEqual([null, null]);
});
