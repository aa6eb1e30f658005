import { afterEach, describe, expect, it } from 'vitest';
import type { PrinterTarget, PrinterTransport } from '../../electron/printers/kit/printerTransport.ts';
import { parsePrinterUri } from '../../electron/printers/parsePrinterUri.ts';
import { createFileTransport } from '../../electron/printers/transports/file/fileTransport.ts';
import { createSerialTransport } from '../../electron/printers/transports/serial/serialTransport.ts';
import { createTcpTransport } from '../../electron/printers/transports/tcp/tcpTransport.ts';
import { tcpTiming } from '../../electron/printers/transports/tcp/transmit.ts';
import { type FakePrinterHabits, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { startPipeDevice } from '../doubles/printers/pipeDevice.ts';
import { startSerialDevice } from '../doubles/printers/serialDevice.ts';

/** What a device can do to a label, in the words of the suite. */
interface Habits {
  readonly cutAfterBytes?: number;
  readonly stallsAfterBytes?: number;
  readonly chatters?: boolean;
}

interface Rig {
  readonly transport: PrinterTransport;
  readonly target: PrinterTarget;
}

const label = Buffer.alloc(4_096, 0x55);
/** More than every buffer between program and device holds. */
const largeBytes = 24_000_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function targetOf(uri: string): PrinterTarget {
  const target = parsePrinterUri(uri, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

const tcp = createTcpTransport(() => null, {
  ...tcpTiming,
  connectTimeoutMs: 500,
  stallTimeoutMs: 400,
  closeWaitMs: 50,
  handOverMs: 50,
  lingerMs: 100,
});
const file = createFileTransport(() => null, {
  stallTimeoutMs: 100,
  retryMs: 2,
  statusWaitMs: 50,
  confirmWaitMs: 100,
  confirmAskMs: 5,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 8_192,
});
const serial = createSerialTransport(() => null, {
  stallTimeoutMs: 1_000,
  statusWaitMs: 50,
  confirmWaitMs: 100,
  confirmAskMs: 5,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 256,
  idleMs: 10,
});

const rigs: Readonly<Record<string, (habits: Habits | 'absent') => Promise<Rig>>> = {
  async tcp(habits) {
    const given: FakePrinterHabits =
      habits === 'absent'
        ? {}
        : {
            ...(habits.cutAfterBytes === undefined ? {} : { resetsAfterBytes: habits.cutAfterBytes }),
            ...(habits.stallsAfterBytes === undefined ? {} : { stallsAfterBytes: habits.stallsAfterBytes }),
            ...(habits.chatters
              ? { chatter: Uint8Array.of(0x11, 0x13, 0x04), banner: Uint8Array.of(0) }
              : {}),
          };
    const device = await startFakePrinter(given);
    if (habits === 'absent') await device.close();
    else closers.push(() => device.close());
    return { transport: tcp, target: targetOf(`tcp://127.0.0.1:${device.port}`) };
  },
  async file(habits) {
    if (habits === 'absent') return { transport: file, target: targetOf('file:///dev/usb/lp99') };
    const device = startPipeDevice({
      isStalled: habits.stallsAfterBytes !== undefined,
      ...(habits.cutAfterBytes === undefined ? {} : { endsAfterBytes: habits.cutAfterBytes }),
    });
    closers.push(() => device.stop());
    return { transport: file, target: targetOf(`file://${device.path}`) };
  },
  async serial(habits) {
    if (habits === 'absent') return { transport: serial, target: targetOf('serial:///dev/ttyNONE9') };
    const device = await startSerialDevice({
      ...(habits.cutAfterBytes === undefined ? {} : { endsAfterBytes: habits.cutAfterBytes }),
      ...(habits.stallsAfterBytes === undefined ? {} : { stallsAfterBytes: habits.stallsAfterBytes }),
      ...(habits.chatters ? { answers: () => Uint8Array.of(0x11, 0x13, 0x04) } : {}),
    });
    closers.push(() => device.stop());
    return { transport: serial, target: targetOf(`serial://${device.path}?baud=115200`) };
  },
};

const send = ({ transport, target }: Rig, bytes: Uint8Array) =>
  transport.send(target, { jobId: 'job-1', title: 'job-1', bytes });

describe.each(Object.keys(rigs))('faults on the way to a printer: %s', { timeout: 180_000 }, (id) => {
  const rig = (habits: Habits | 'absent') =>
    (rigs[id] as (wanted: Habits | 'absent') => Promise<Rig>)(habits);

  it('not there: nothing was sent', async () => {
    expect(await send(await rig('absent'), label)).toMatchObject({ ok: false, certainty: 'did-not-happen' });
  });

  it('cut off at every 64 bytes: never said to have failed for certain', async () => {
    const isSlow = id === 'serial';
    for (let cutAfterBytes = 64; cutAfterBytes < label.length; cutAfterBytes += isSlow ? 512 : 64) {
      const outcome = await send(await rig({ cutAfterBytes }), label);
      // All may have been in the system's hands before the cut: accepted or unknown, both keep it from printing again.
      expect([cutAfterBytes, outcome.certainty]).not.toEqual([cutAfterBytes, 'did-not-happen']);
      for (const close of closers.splice(0).reverse()) await close();
    }
  });

  it('cut off early in a label too large to be in the system’s hands: not known', async () => {
    const outcome = await send(await rig({ cutAfterBytes: 50_000 }), Buffer.alloc(largeBytes));
    expect(outcome).toMatchObject({ ok: false, certainty: 'unknown' });
  });

  it('stalled in the middle: not known, and it ends', async () => {
    const outcome = await send(await rig({ stallsAfterBytes: 1_000 }), Buffer.alloc(largeBytes));
    expect(outcome).toMatchObject({ ok: false, certainty: 'unknown' });
  });

  it('chatter from the device costs no byte', async () => {
    expect(await send(await rig({ chatters: true }), label)).toMatchObject({ ok: true });
  });
});
