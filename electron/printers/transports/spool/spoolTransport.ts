import { didNotHappen, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { notReadyCode } from '../../kit/askPrinter.ts';
import {
  createPrinterLanes,
  type DriverPrinter,
  type PrinterTarget,
  type PrinterTransport,
  type TransportJob,
} from '../../kit/printerTransport.ts';
import { nameIn, type PrinterWay, placeAt, placeField } from '../../kit/printerWay.ts';
import { createCupsSpooler } from './cupsSpooler.ts';
import type { OsSpooler } from './osSpooler.ts';
import { createWindowsSpooler } from './windowsSpooler.ts';
import { loadWinspool } from './winspool.ts';

/** Longest printer name of Windows with its server. */
const maxQueueName = 220;

export const spoolWay: PrinterWay = {
  id: 'spool',
  nameZh: '系统队列',
  nameEn: 'System queue',
  address: 'spool://{queue}',
  fields: [placeField('queue', '队列', 'Queue', '.+', { place: 'escaped', isGiven: true })],
  example: 'spool://QUEUE',
  plainName: '{at}',
  commonEnding: '',
  foundBy: 'list',
  stateFrom: 'spooler',
  keepsFiles: false,
  read(location) {
    const queue = nameIn(location);
    return queue === null || queue === '' || queue.length > maxQueueName ? 'queue' : placeAt(queue);
  },
  open: ({ driver }) => createSpoolTransport(openSpooler(), driver),
};

/**
 * Jobs through the spooler of the operating system: raw ones, and PDF through the printer's own driver. The job's name there is our job id, so that a restart finds it
 * again. Taken by the spooler is `accepted`: whether paper came out, it does not know. A queue that was stopped gets nothing.
 */
export function createSpoolTransport(spooler: OsSpooler, driver?: DriverPrinter): PrinterTransport {
  const inLane = createPrinterLanes();
  const submit = async ({ path, language }: PrinterTarget, { jobId, bytes, pages }: TransportJob) => {
    const stopped = notReadyCode((await spooler.stoppedBy(path)) ?? 'ready');
    if (stopped !== null) return didNotHappen(stopped, { queue: path });
    if (language !== 'pdf') return spooler.submit(path, jobId, bytes, 'raw');
    if (spooler.takesPdf) return spooler.submit(path, jobId, bytes, 'pdf');
    // Windows hands PDF to no driver: a window prints the same pages as pictures.
    return driver === undefined || pages === undefined
      ? didNotHappen('PRINTER_DRIVER_NEEDS_WINDOW', { queue: path })
      : driver.print(path, jobId, pages());
  };
  return {
    id: 'spool',
    send: (target, job) =>
      inLane(target.path, async () =>
        spooler.isQueueName(target.path) && /^[\w.-]{1,80}$/.test(job.jobId)
          ? submit(target, job)
          : didNotHappen('PRINTER_QUEUE_UNKNOWN', { queue: target.path.slice(0, 60) }),
      ),
    find: (target, jobId) =>
      spooler.isQueueName(target.path)
        ? spooler.find(target.path, jobId)
        : Promise.resolve(unknownOutcome('PRINTER_KEEPS_NO_RECORD')),
    probe: (target) =>
      spooler.isQueueName(target.path) ? spooler.state(target.path) : Promise.resolve('error'),
    discover: () => spooler.list(),
  };
}

/** The spooler of the operating system this runs on. */
function openSpooler(): OsSpooler {
  return process.platform === 'win32' ? createWindowsSpooler(loadWinspool) : createCupsSpooler();
}
