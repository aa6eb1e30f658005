import { closeSync } from 'node:fs';
import { type CallOutcome, done, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { sendAsked } from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import {
  createPrinterLanes,
  type PrinterTransport,
  type PrintReceipt,
  type TransportJob,
} from '../../kit/printerTransport.ts';
import { deviceField, devicePathIn, type PrinterWay, placeAt } from '../../kit/printerWay.ts';
import { askDevice, type DeviceTiming, deviceTiming, openDevice, writeDevice } from './device.ts';
import { discoverDevices } from './discoverDevices.ts';

export const fileWay: PrinterWay = {
  id: 'file',
  nameZh: '数据线',
  nameEn: 'Cable',
  address: 'file://{device}',
  fields: [deviceField('/dev/usb/lp0')],
  example: 'file:///dev/usb/lp0',
  plainName: 'USB {last}',
  commonEnding: '',
  foundBy: 'list',
  stateFrom: 'device',
  keepsFiles: false,
  read(location) {
    const path = devicePathIn(location);
    return path === null ? 'path' : placeAt(path);
  },
  open: ({ statusOf }) => createFileTransport(statusOf),
};

/**
 * A printer's device file, such as `/dev/usb/lp0`: opened for one label, written, closed; one that answers is asked before
 * and after it.
 */
export function createFileTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: DeviceTiming = deviceTiming,
  ask: typeof askDevice = askDevice,
): PrinterTransport {
  const inLane = createPrinterLanes();
  const write = async (path: string, job: TransportJob): Promise<CallOutcome<PrintReceipt>> => {
    const opened = openDevice(path, 'write');
    if (!opened.ok) return opened;
    try {
      return await writeDevice(opened.value, path, job, timing);
    } finally {
      closeSync(opened.value);
    }
  };
  return {
    id: 'file',
    send: (target, job) =>
      inLane(target.path, async () => {
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const asked = question === null ? null : () => ask(target.path, question, timing);
        return sendAsked(asked, target.path, timing, job, () => write(target.path, job));
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(target.path, () => ask(target.path, statusOf(target.language), timing)),
    discover: async () => done(discoverDevices()),
  };
}
