import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { createPrinterLanes } from '../../kit/printerLanes.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterTransport } from '../../kit/printerTransport.ts';
import { askSerial } from './askSerial.ts';
import { discoverSerial } from './discoverSerial.ts';
import { sendSerial } from './sendSerial.ts';
import { createSerialPorts } from './serialPorts.ts';
import { type SerialTiming, serialTiming } from './serialTiming.ts';

/** A printer on a serial line or a Bluetooth port that looks like one, open while labels follow each other. */
export function createSerialTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: SerialTiming = serialTiming,
): PrinterTransport {
  const inLane = createPrinterLanes();
  const ports = createSerialPorts(timing.idleMs);
  return {
    id: 'serial',
    parse: (target) => (target.path !== '' ? done(target) : failure('PRINTER_URI_INVALID', { part: 'path' })),
    send: (target, job) =>
      inLane(target.path, async () => {
        const opened = await ports.open(target);
        if (!opened.ok) return opened;
        const outcome = await sendSerial(opened.value, job.bytes, timing);
        await ports.release(target, opened.value, outcome.ok);
        return outcome;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) =>
      inLane(target.path, async () => {
        const opened = await ports.open(target);
        if (!opened.ok) return opened.params?.cause === 'ENOENT' ? 'offline' : 'unknown';
        const question = statusOf(target.language);
        const state = question === null ? 'unknown' : await askSerial(opened.value, question, timing);
        await ports.release(target, opened.value, true);
        return state;
      }),
    discover: discoverSerial,
  };
}
