import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { parsePrinterUri } from '../../../../../electron/printers/parsePrinterUri.ts';
import { thermalOutlet } from '../../../../../electron/printers/receipts/printReceipt.ts';
import { createPrinterTransports } from '../../../../../electron/printers/transports/index.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';

let device: FakePrinter | null = null;
afterEach(async () => {
  await device?.close();
  device = null;
});

function openOn(port: number) {
  const target = parsePrinterUri(`tcp://127.0.0.1:${port}?lang=escpos`, { virtualFolder: '' });
  const transport = createPrinterTransports(systemClock).find(({ id }) => id === 'tcp');
  if (!target.ok || transport === undefined) throw new Error('no printer');
  return { target: target.value, transport };
}

/** The declared type knows addresses only. */
const compose = (printerInterface: unknown) =>
  new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: printerInterface as string,
  });

describe('a composer on our transports', () => {
  it('brings the composed bytes to the device whole, even when the device talks meanwhile', async () => {
    device = await startFakePrinter({ banner: Uint8Array.of(1, 2, 3), chatter: Uint8Array.of(0x14) });
    const outlet = thermalOutlet(openOn(device.port), { jobId: 'r1', title: 'slip' });
    const printer = compose(outlet);
    for (let line = 0; line < 4_000; line += 1) printer.println(`line ${line}`);
    const composed = printer.getBuffer();
    await printer.execute();
    await device.idle();
    expect(outlet.outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(device.papers.map((paper) => Buffer.compare(paper, composed))).toEqual([0]);
  });

  it('says that nothing was sent when the printer is off, without throwing', async () => {
    device = await startFakePrinter();
    const open = openOn(device.port);
    await device.close();
    const outlet = thermalOutlet(open, { jobId: 'r1', title: 'slip' });
    await compose(outlet).execute();
    expect(outlet.outcome).toMatchObject({ ok: false, certainty: 'did-not-happen' });
    expect(await outlet.isPrinterConnected()).toBe(false);
    device = null;
  });
});
