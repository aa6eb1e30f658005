import { existsSync } from 'node:fs';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import { askIpp, type IppServer } from './askIpp.ts';
import { fateOfJob, stateOfQueue } from './cupsStates.ts';
import { type IppReply, ippOperations, valuesOf } from './ippMessage.ts';
import type { OsSpooler } from './osSpooler.ts';
import { type LpRun, runLp } from './runLp.ts';

/** Where CUPS listens on this computer; 631 when there is no socket. */
const sockets: readonly string[] = [
  '/run/cups/cups.sock',
  '/var/run/cups/cups.sock',
  '/private/var/run/cupsd',
];

function localServer(): IppServer {
  const socketPath = sockets.find((path) => existsSync(path));
  return socketPath === undefined ? { host: '127.0.0.1', port: 631 } : { socketPath };
}

const queuePath = (queue: string): string => `/printers/${encodeURIComponent(queue)}`;
const queueUri = (queue: string): string => `ipp://localhost${queuePath(queue)}`;

/** Words by which `lp` says that the server took nothing. */
const tookNothing: readonly (readonly [RegExp, 'PRINTER_QUEUE_UNKNOWN' | 'PRINTER_SPOOLER_REFUSED'])[] = [
  [/does not exist|unknown destination|no such printer/i, 'PRINTER_QUEUE_UNKNOWN'],
  [
    /not accepting|unable to connect|scheduler not responding|bad file descriptor|connection refused/i,
    'PRINTER_SPOOLER_REFUSED',
  ],
];

/** `request id is Q-12 (0 file(s))` */
export function readLpAnswer(run: LpRun, queue: string): CallOutcome<PrintReceipt> {
  if (run.isMissing) return didNotHappen('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'spool' });
  const deviceJob = /request id is \S+-(\d+) /.exec(run.stdout)?.[1];
  if (run.exitCode === 0 && deviceJob !== undefined) return happened({ level: 'accepted', deviceJob });
  const known = tookNothing.find(([pattern]) => pattern.test(run.stderr));
  if (known !== undefined) return didNotHappen(known[1], { queue });
  return unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
}

/** CUPS of Linux and macOS: bytes through `lp -o raw`, knowledge through IPP. */
export function createCupsSpooler(given?: IppServer): OsSpooler {
  const server = (): IppServer => given ?? localServer();
  const place = given !== undefined && 'host' in given ? ['-h', `${given.host}:${given.port}`] : [];
  const ask = (queue: string, operation: number, wanted: readonly string[]): Promise<IppReply | null> =>
    askIpp(server(), queuePath(queue), {
      operation,
      printerUri: queueUri(queue),
      wanted,
      ...(operation === ippOperations.getJobs ? { whichJobs: 'all' as const } : {}),
    });
  return {
    // As CUPS itself names queues; a leading dash could be read as an option.
    isQueueName: (name) => /^(?!-)[^\p{Cc} /\\?'"#]{1,127}$/u.test(name),
    async submit(queue, jobName, bytes) {
      const run = await runLp([...place, '-d', queue, '-o', 'raw', '-t', jobName, '-'], bytes);
      return readLpAnswer(run, queue);
    },
    async find(queue, jobName) {
      const wanted = ['job-id', 'job-name', 'job-state', 'time-at-processing'];
      const reply = await ask(queue, ippOperations.getJobs, wanted);
      if (reply === null) return unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
      return fateOfJob(
        reply.groups.find((group) => group.tag === 2 && valuesOf(group, 'job-name')[0] === jobName),
      );
    },
    async state(queue) {
      const wanted = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'];
      const reply = await ask(queue, ippOperations.getPrinterAttributes, wanted);
      if (reply === null) return 'offline';
      // client-error-not-found: the queue is gone.
      return reply.status === 0x0406 ? 'error' : stateOfQueue(reply.groups.find(({ tag }) => tag === 4));
    },
    async list() {
      const reply = await askIpp(server(), '/', {
        operation: ippOperations.cupsGetPrinters,
        printerUri: 'ipp://localhost/',
        wanted: [
          'printer-name',
          'printer-info',
          'printer-state',
          'printer-state-reasons',
          'printer-is-accepting-jobs',
        ],
      });
      if (reply === null) return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'spool' });
      return done(
        reply.groups
          .filter(({ tag }) => tag === 4)
          .map((group) => {
            const name = String(valuesOf(group, 'printer-name')[0] ?? '');
            const info = String(valuesOf(group, 'printer-info')[0] ?? '');
            return {
              uri: `spool://${encodeURIComponent(name)}`,
              name: (info === '' ? name : info).slice(0, 60),
              kind: 'spooler' as const,
              state: stateOfQueue(group),
            };
          }),
      );
    },
  };
}
