import type { SerialPort } from 'serialport';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import { notReadyCode, watchPrinting } from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import { createPrinterLanes, type PrinterTransport, type PrintReceipt } from '../../kit/printerTransport.ts';
import { discoverSerial } from './discoverSerial.ts';
import { askSerial, type SerialTiming, sendSerial, serialTiming } from './serialLine.ts';
import { createSerialPorts } from './serialPorts.ts';

/** One label; a printer that answers is asked before it, so that it stays here, and after it until it is idle. */
async function converse(
  port: SerialPort,
  bytes: Uint8Array,
  question: StatusQuestion | null,
  timing: SerialTiming,
): Promise<CallOutcome<PrintReceipt>> {
  if (question === null) return sendSerial(port, bytes, timing);
  const ask = () => askSerial(port, question, timing);
  const fault = notReadyCode(await ask());
  if (fault !== null) return didNotHappen(fault, { path: port.path });
  const outcome = await sendSerial(port, bytes, timing);
  return outcome.ok ? happened({ level: await watchPrinting(ask, timing) }) : outcome;
}

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
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const outcome = await converse(opened.value, job.bytes, question, timing);
        await ports.release(target, opened.value, outcome.ok || outcome.certainty === 'did-not-happen');
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
