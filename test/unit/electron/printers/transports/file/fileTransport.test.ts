import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrinterState } from '../../../../../../electron/printers/kit/printerTransport.ts';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import {
  discoverDevices,
  nameOfDeviceId,
} from '../../../../../../electron/printers/transports/file/discoverDevices.ts';
import { createFileTransport } from '../../../../../../electron/printers/transports/file/fileTransport.ts';
import { type PipeDevice, startPipeDevice } from '../../../../../doubles/printers/pipeDevice.ts';

let folder = '';
let device: PipeDevice | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'device-'));
});
afterEach(() => {
  device?.stop();
  device = null;
  rmSync(folder, { recursive: true });
});

const timing = {
  stallTimeoutMs: 300,
  retryMs: 5,
  statusWaitMs: 100,
  confirmWaitMs: 100,
  confirmAskMs: 5,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 8_192,
};
const transport = createFileTransport(() => null, timing);

function targetOf(path: string) {
  const target = parsePrinterUri(`file://${path}`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

const send = (path: string, bytes: Uint8Array) =>
  transport.send(targetOf(path), { jobId: 'job-1', title: 'job-1', bytes });

describe('a device file', () => {
  it('gets every byte, more than it takes at once', async () => {
    device = startPipeDevice();
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
    expect(await send(device.path, bytes)).toMatchObject({ ok: true, value: { level: 'accepted' } });
    await device.got(bytes.length);
    expect(Buffer.compare(device.taken(), bytes)).toBe(0);
  });

  it('says that nothing was sent when nobody reads, the file is missing, or it is no device', async () => {
    const regular = join(folder, 'file');
    writeFileSync(regular, 'kept');
    mkdirSync(join(folder, 'folder'));
    spawnSync('mkfifo', [join(folder, 'unread')]);
    for (const name of ['unread', 'none', 'file', 'folder'])
      expect([name, await send(join(folder, name), Buffer.from('x'))]).toMatchObject([
        name,
        { certainty: 'did-not-happen' },
      ]);
    expect(await send('/dev/ptmx', Buffer.from('x'))).toMatchObject({ certainty: 'did-not-happen' });
    expect(readFileSync(regular, 'utf8')).toBe('kept');
  });

  it('tells a full device that took nothing from one that stopped in the middle', async () => {
    expect(await send('/dev/full', Buffer.from('label'))).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_DEVICE_UNAVAILABLE',
      params: { cause: 'ENOSPC' },
    });
    device = startPipeDevice({ isStalled: true });
    expect(await send(device.path, Buffer.alloc(500_000))).toMatchObject({
      certainty: 'unknown',
      code: 'PRINTER_DEVICE_STALLED',
    });
    // Nothing at all fits any more.
    expect(await send(device.path, Buffer.alloc(500_000))).toMatchObject({ certainty: 'did-not-happen' });
  });

  it('does not know what came out of a device that went away in the middle', async () => {
    device = startPipeDevice({ endsAfterBytes: 10_000 });
    expect(await send(device.path, Buffer.alloc(2_000_000))).toMatchObject({
      certainty: 'unknown',
      code: 'PRINTER_DEVICE_BROKE_OFF',
    });
  });

  it('asks a printer that answers around its label', async () => {
    device = startPipeDevice();
    const states: PrinterState[] = ['head-open', 'ready', 'busy', 'ready'];
    const asking = createFileTransport(
      () => tsplStatus,
      timing,
      async () => states.shift() ?? 'unknown',
    );
    const job = { jobId: 'job-1', title: 'job-1', bytes: Buffer.from('label') };
    const asked = () => asking.send(targetOf(device?.path ?? ''), { ...job, asksStatus: true });
    expect(await asked()).toMatchObject({ certainty: 'did-not-happen', code: 'PRINTER_HEAD_OPEN' });
    expect(device.taken()).toHaveLength(0);
    expect(await asked()).toMatchObject({ ok: true, value: { level: 'confirmed' } });
    await device.got(5);
  });

  it('asks a missing device nothing and never writes a question into a pipe', async () => {
    device = startPipeDevice();
    expect(await transport.probe(targetOf(join(folder, 'none')))).toBe('offline');
    expect(await transport.probe(targetOf(device.path))).toBe('unknown');
    expect(device.taken()).toHaveLength(0);
  });
});

describe('finding USB printers', () => {
  it('names them as the device does, and finds none where there is no such folder', () => {
    mkdirSync(join(folder, 'usb'));
    for (const name of ['lp0', 'lp1', 'hiddev0']) writeFileSync(join(folder, 'usb', name), '');
    mkdirSync(join(folder, 'class/lp0/device'), { recursive: true });
    writeFileSync(join(folder, 'class/lp0/device/ieee1284_id'), 'MFG:Gprinter;CMD:TSPL;MDL:GP-1324D;\n');
    expect(discoverDevices(join(folder, 'usb'), join(folder, 'class')).map(({ name }) => name)).toEqual([
      'Gprinter GP-1324D',
      'USB lp1',
    ]);
    expect(discoverDevices(join(folder, 'none'))).toEqual([]);
    expect(nameOfDeviceId('\x00\x1bgarbage')).toBe('');
  });
});
