import { afterEach, beforeEach, expect, it } from 'vitest';
import { scanLabel } from '../../../../../electron/usecases/printing/scanLabel.ts';
import { routeTextOf } from '../../../../doubles/printers/standardLabels.ts';
import { type BenchDesk, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { deskPrinter } from '../../../../doubles/workspace/parcelDesk.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}]);
});
afterEach(() => desk.workspace.close());

it('a label is there once the QR code of SF on it was read, as once its barcode was', async () => {
  await desk.book(1);
  await desk.queue(deskPrinter, 1);
  await desk.print();
  const { waybillNo } = await desk.order(1);
  expect(await scanLabel(desk.workspace, routeTextOf('SF9000000000009'))).toMatchObject({
    code: 'PRINT_SCAN_UNKNOWN',
  });
  expect(await scanLabel(desk.workspace, ` ${routeTextOf(waybillNo)}\r`)).toMatchObject({
    value: { waybillNo, state: 'scanned' },
  });
});
