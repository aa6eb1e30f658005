import { unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { askOver, sendAsked } from '../../kit/askPrinter.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import { createPrinterLanes, type PrinterTransport, type SerialLine } from '../../kit/printerTransport.ts';
import {
  deviceField,
  devicePathIn,
  nameIn,
  type PrinterWay,
  placeAt,
  placeField,
} from '../../kit/printerWay.ts';
import { discoverSerial } from './discoverSerial.ts';
import { type SerialTiming, sendSerial, serialTiming } from './serialLine.ts';
import { createSerialPorts } from './serialPorts.ts';

/** Speeds serial printers are sold with. */
const baudRates: readonly number[] = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400];
const flows = ['none', 'rtscts', 'xonxoff'] as const;
const usualBaud = '9600';

function readLine(options: URLSearchParams): SerialLine | 'baud' | 'flow' {
  const baud = baudRates.find((rate) => String(rate) === (options.get('baud') ?? usualBaud));
  if (baud === undefined) return 'baud';
  const flow = flows.find((kind) => kind === (options.get('flow') ?? 'none'));
  return flow === undefined ? 'flow' : { baud, flow };
}

export const serialWay: PrinterWay = {
  id: 'serial',
  nameZh: '串口',
  nameEn: 'Serial port',
  address: 'serial://{device}',
  fields: [
    deviceField('/dev/ttyUSB0'),
    placeField('baud', '波特率', 'Baud rate', '\\d{1,7}', {
      initial: usualBaud,
      choices: ['4800', '9600', '19200', '38400', '57600', '115200'],
      place: 'option',
    }),
  ],
  example: 'serial:///dev/ttyUSB0?baud=9600',
  plainName: '{last}',
  commonEnding: '',
  foundBy: 'list',
  stateFrom: 'device',
  keepsFiles: false,
  options: ['baud', 'flow'],
  read(location, options) {
    const name = nameIn(location.replace(/\/$/, ''));
    // A Windows port has no folders.
    const path = name !== null && /^COM\d{1,3}$/i.test(name) ? name : devicePathIn(location);
    if (path === null) return 'path';
    const line = readLine(options);
    return typeof line === 'string' ? line : { ...placeAt(path), line };
  },
  open: ({ statusOf }) => createSerialTransport(statusOf),
};

/** A printer on a serial line or a Bluetooth port that looks like one, open while labels follow each other. */
export function createSerialTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: SerialTiming = serialTiming,
): PrinterTransport {
  const inLane = createPrinterLanes();
  const ports = createSerialPorts(timing.idleMs);
  return {
    id: 'serial',
    send: (target, job) =>
      inLane(target.path, async () => {
        const opened = await ports.open(target);
        if (!opened.ok) return opened;
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const port = opened.value;
        const ask = question === null ? null : () => askOver(port, question, timing.statusWaitMs);
        const outcome = await sendAsked(ask, port.path, timing, job, () => sendSerial(port, job, timing));
        await ports.release(target, port, outcome.ok || outcome.certainty === 'did-not-happen');
        return outcome;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) =>
      inLane(target.path, async () => {
        const opened = await ports.open(target);
        if (!opened.ok) return opened.params?.cause === 'ENOENT' ? 'offline' : 'unknown';
        const question = statusOf(target.language);
        const state =
          question === null ? 'unknown' : await askOver(opened.value, question, timing.statusWaitMs);
        await ports.release(target, opened.value, true);
        return state;
      }),
    discover: discoverSerial,
  };
}
