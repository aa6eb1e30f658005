import { afterEach, describe, expect, it } from 'vitest';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { printersOnPorts } from '../../../../../../electron/printers/transports/serial/discoverSerial.ts';
import { openSerial } from '../../../../../../electron/printers/transports/serial/serialPorts.ts';
import { createSerialTransport } from '../../../../../../electron/printers/transports/serial/serialTransport.ts';
import { nameOfPort, portsInUse } from '../../../../../../electron/serial/listPorts.ts';
import { causeOf } from '../../../../../../electron/serial/serialPort.ts';
import { type SerialDevice, startSerialDevice } from '../../../../../doubles/printers/serialDevice.ts';

let device: SerialDevice | null = null;
afterEach(async () => {
  await device?.stop();
  device = null;
});

const timing = {
  stallTimeoutMs: 1_500,
  statusWaitMs: 300,
  confirmWaitMs: 400,
  confirmAskMs: 10,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 256,
  idleMs: 20,
};
const transport = createSerialTransport(() => tsplStatus, timing);

function targetOf(path: string) {
  const target = parsePrinterUri(`serial://${path}?baud=115200`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

const send = (path: string, bytes: Uint8Array) =>
  transport.send(targetOf(path), { jobId: 'job-1', title: 'job-1', bytes });

describe('a serial line', { timeout: 180_000 }, () => {
  it('carries every byte value unchanged while the device talks', async () => {
    device = await startSerialDevice({ answers: () => Uint8Array.of(0x11, 0x13, 0x00) });
    const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, i) => i % 256));
    expect(await send(device.path, bytes)).toMatchObject({ ok: true, value: { level: 'accepted' } });
    await device.got(bytes.length);
    expect(Buffer.compare(device.taken(), bytes)).toBe(0);
  });

  it('asks a printer that answers around its label: paper out keeps it here, printing seen to end is proof', async () => {
    let says = 0x04;
    let asked = 0;
    device = await startSerialDevice({
      answers: (piece) => {
        if (!Buffer.from(piece).subarray(-3).equals(Buffer.from(tsplStatus.query))) return null;
        asked += 1;
        // Ready before the label, then busy once, then ready.
        return Uint8Array.of(says === 0 && asked === 3 ? 0x20 : says);
      },
    });
    const job = {
      jobId: 'job-1',
      title: 'job-1',
      bytes: Buffer.alloc(2_000, 1),
      asksStatus: true,
    };
    expect(await transport.send(targetOf(device.path), job)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_PAPER_OUT',
    });
    expect(device.taken().length).toBe(tsplStatus.query.length);
    says = 0;
    expect(await transport.send(targetOf(device.path), job)).toMatchObject({
      ok: true,
      value: { level: 'confirmed' },
    });
  });

  it('does not know what came out when the adapter is pulled in the middle', async () => {
    device = await startSerialDevice({ endsAfterBytes: 5_000 });
    const outcome = await send(device.path, Buffer.alloc(400_000, 1));
    expect(outcome).toMatchObject({ ok: false, certainty: 'unknown' });
  });

  it('gives a device that stops taking data up as unsure, and never sends again', async () => {
    device = await startSerialDevice({ stallsAfterBytes: 1_000 });
    // More than the system between holds.
    const outcome = await send(device.path, Buffer.alloc(16_000_000, 1));
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_DEVICE_STALLED' });
  });

  it('says that nothing was sent when there is no such port', async () => {
    expect(await send('/dev/ttyNONE7', Buffer.from('x'))).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_DEVICE_UNAVAILABLE',
    });
    expect(await transport.probe(targetOf('/dev/ttyNONE7'))).toBe('offline');
  });

  it('tells the state the device answers, and unknown when it is silent', async () => {
    device = await startSerialDevice({ answers: () => Uint8Array.of(0x04) });
    expect(await transport.probe(targetOf(device.path))).toBe('paper-out');
    await device.stop();
    device = await startSerialDevice({});
    expect(await transport.probe(targetOf(device.path))).toBe('unknown');
  });

  it('loses serial printers only when its library is not there', async () => {
    expect(await openSerial(targetOf('/dev/ttyS0'), async () => null)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_TRANSPORT_UNAVAILABLE',
    });
  });

  it('offers adapters and named ports, not the empty ones on the board', () => {
    const offered = printersOnPorts(
      portsInUse([
        { path: '/dev/ttyS0' },
        { path: '/dev/ttyUSB0', manufacturer: 'QinHeng', vendorId: '1a86' },
        { path: 'COM3', manufacturer: 'wch.cn', vendorId: '1a86' },
      ]),
    );
    expect(offered.map(({ uri }) => uri)).toEqual(['serial:///dev/ttyUSB0', 'serial://COM3']);
  });

  it('names a port by its plug, never by a bus number', () => {
    expect(
      [
        { path: '/dev/ttyUSB0', manufacturer: '1a86', vendorId: '1A86' },
        { path: '/dev/ttyACM0', vendorId: '0483', pnpId: 'usb-0483_Label_Printer_00000000001A-if00' },
        { path: '/dev/ttyACM1', manufacturer: '1234', vendorId: '1234' },
        { path: 'COM3', friendlyName: 'USB-SERIAL CH340 (COM3)', manufacturer: 'wch.cn' },
        { path: 'COM4' },
      ].map(nameOfPort),
    ).toEqual(['CH340 ttyUSB0', 'Label Printer ttyACM0', 'ttyACM1', 'USB-SERIAL CH340 (COM3)', 'COM4']);
  });

  it('keeps only the kind of a fault', () => {
    expect(
      [
        'Error: No such file or directory, cannot open /dev/x',
        'Error Resource temporarily unavailable Cannot lock port',
        'EIO: i/o error',
        'strange',
      ].map((message) => causeOf(new Error(message))),
    ).toEqual(['ENOENT', 'EBUSY', 'EIO', 'error']);
  });
});
