import type { SerialPort } from 'serialport';
import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { createPrinterLanes } from '../../kit/printerLanes.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterTransport } from '../../kit/printerTransport.ts';
import { askSerial } from './askSerial.ts';
import { discoverSerial } from './discoverSerial.ts';
import { openSerial } from './openSerial.ts';
import { sendSerial } from './sendSerial.ts';
import { type SerialTiming, serialTiming } from './serialTiming.ts';

/** Closing never keeps the next label waiting: a line whose adapter is gone may not answer. */
const closeWaitMs = 500;

function close(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, closeWaitMs);
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    if (port.isOpen) port.close(finish);
    else finish();
  });
}

/** A printer on a serial line or a Bluetooth port that looks like one: opened for one label, written, closed. */
export function createSerialTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: SerialTiming = serialTiming,
): PrinterTransport {
  const inLane = createPrinterLanes();
  return {
    id: 'serial',
    parse: (target) => (target.path !== '' ? done(target) : failure('PRINTER_URI_INVALID', { part: 'path' })),
    send: (target, job) =>
      inLane(target.path, async () => {
        const opened = await openSerial(target);
        if (!opened.ok) return opened;
        const outcome = await sendSerial(opened.value, job.bytes, timing);
        await close(opened.value);
        return outcome;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) =>
      inLane(target.path, async () => {
        const opened = await openSerial(target);
        if (!opened.ok) return opened.params?.cause === 'ENOENT' ? 'offline' : 'unknown';
        const question = statusOf(target.language);
        const state = question === null ? 'unknown' : await askSerial(opened.value, question, timing);
        await close(opened.value);
        return state;
      }),
    discover: discoverSerial,
  };
}
