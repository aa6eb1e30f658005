import { afterEach, describe, expect, it } from 'vitest';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplStatus.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { portsToOffer } from '../../../../../../electron/printers/transports/serial/discoverSerial.ts';
import { causeOf, openSerial } from '../../../../../../electron/printers/transports/serial/openSerial.ts';
import { createSerialTransport } from '../../../../../../electron/printers/transports/serial/serialTransport.ts';
import { type SerialDevice, startSerialDevice } from '../../../../../doubles/serialDevice.ts';

let device: SerialDevice | null = null;
afterEach(async () => {
  await device?.stop();
  device = null;
});

const timing = { stallTimeoutMs: 1_500, statusWaitMs: 300, pieceBytes: 256, idleMs: 20 };
const transport = createSerialTransport(() => tsplStatus, timing);

function targetOf(path: string) {
  const target = parsePrinterUri(`serial://${path}?baud=115200`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

const send = (path: string, bytes: Uint8Array) =>
  transport.send(targetOf(path), { jobId: 'job-1', title: 'job-1', bytes, png: new Uint8Array(0) });

describe('a serial line', { timeout: 30_000 }, () => {
  it('carries every byte value unchanged while the device talks', async () => {
    device = await startSerialDevice({ answers: () => Uint8Array.of(0x11, 0x13, 0x00) });
    const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, i) => i % 256));
    expect(await send(device.path, bytes)).toMatchObject({ ok: true, value: { level: 'accepted' } });
    await device.got(bytes.length);
    expect(Buffer.compare(device.taken(), bytes)).toBe(0);
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
    const offered = portsToOffer([
      { path: '/dev/ttyS0' },
      { path: '/dev/ttyUSB0', manufacturer: 'QinHeng', vendorId: '1a86' },
      { path: 'COM3', manufacturer: 'wch.cn', vendorId: '1a86' },
    ]);
    expect(offered.map(({ uri }) => uri)).toEqual(['serial:///dev/ttyUSB0', 'serial://COM3']);
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
