import { closeSync } from 'node:fs';
import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { createPrinterLanes } from '../../kit/printerLanes.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterTransport } from '../../kit/printerTransport.ts';
import { askDevice } from './askDevice.ts';
import { type DeviceTiming, deviceTiming } from './deviceTiming.ts';
import { discoverDevices } from './discoverDevices.ts';
import { openDevice } from './openDevice.ts';
import { writeDevice } from './writeDevice.ts';

/** A printer's device file, such as `/dev/usb/lp0`: opened for one label, written, closed. */
export function createFileTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: DeviceTiming = deviceTiming,
): PrinterTransport {
  const inLane = createPrinterLanes();
  return {
    id: 'file',
    parse: (target) =>
      target.path.startsWith('/') ? done(target) : failure('PRINTER_URI_INVALID', { part: 'path' }),
    send: (target, job) =>
      inLane(target.path, async () => {
        const opened = openDevice(target.path, 'write');
        if (!opened.ok) return opened;
        try {
          return await writeDevice(opened.value, target.path, job.bytes, timing);
        } finally {
          closeSync(opened.value);
        }
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(target.path, () => askDevice(target.path, statusOf(target.language), timing)),
    discover: async () => done(discoverDevices()),
  };
}
