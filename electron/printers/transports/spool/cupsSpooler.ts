import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { PrinterState } from '../../../../shared/domain/printing/printer.ts';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import { childEnvironment, systemProgram } from '../../../platform/otherPrograms.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import { askIpp, type IppGroup, type IppReply, type IppServer, ippOperations, valuesOf } from './askIpp.ts';
import { type OsSpooler, queuePrinter } from './osSpooler.ts';

/** Where CUPS listens on this computer; 631 when there is no socket. */
const sockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

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

/** What `stateOfQueue` reads. */
const aboutState = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'];

/** In its real size on paper of its page's size: a driver that shrinks a label makes its barcode unreadable. */
function optionsOfPdf(bytes: Uint8Array): string[] {
  const { widthMm, heightMm } = pageOfPdf(bytes);
  const isA4 = Math.round(widthMm) === 210 && Math.round(heightMm) === 297;
  const media = isA4 ? 'A4' : `Custom.${Math.round(widthMm)}x${Math.round(heightMm)}mm`;
  return ['-o', 'document-format=application/pdf', '-o', `media=${media}`, '-o', 'print-scaling=none'];
}

/** CUPS of Linux and macOS: bytes through `lp`, knowledge through IPP. */
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
    takesPdf: true,
    // As CUPS itself names queues; a leading dash could be read as an option.
    isQueueName: (name) => /^(?!-)[^\p{Cc} /\\?'"#]{1,127}$/u.test(name),
    async submit(queue, jobName, bytes, form = 'raw') {
      const options = form === 'raw' ? ['-o', 'raw'] : optionsOfPdf(bytes);
      const run = await runLp([...place, '-d', queue, ...options, '-t', jobName, '-'], bytes);
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
      const reply = await ask(queue, ippOperations.getPrinterAttributes, aboutState);
      if (reply === null) return 'offline';
      // client-error-not-found: the queue is gone.
      return reply.status === 0x0406 ? 'error' : stateOfQueue(reply.groups.find(({ tag }) => tag === 4));
    },
    async stoppedBy(queue) {
      const reply = await ask(queue, ippOperations.getPrinterAttributes, aboutState);
      const printer = reply?.groups.find(({ tag }) => tag === 4);
      return valuesOf(printer, 'printer-state')[0] === stopped ? stateOfQueue(printer) : null;
    },
    async list() {
      const reply = await askIpp(server(), '/', {
        operation: ippOperations.cupsGetPrinters,
        printerUri: 'ipp://localhost/',
        wanted: ['printer-name', 'printer-info', 'printer-make-and-model', ...aboutState],
      });
      if (reply === null) return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'spool' });
      return done(
        reply.groups
          .filter(({ tag }) => tag === 4)
          .map((group) => {
            const name = String(valuesOf(group, 'printer-name')[0] ?? '');
            const info = String(valuesOf(group, 'printer-info')[0] ?? '');
            const model = String(valuesOf(group, 'printer-make-and-model')[0] ?? '');
            return queuePrinter(name, info === '' ? name : info, stateOfQueue(group), model);
          }),
      );
    },
  };
}

/** `job-state` of RFC 8011, from the first to the last. */
const job = { pending: 3, canceled: 7, aborted: 8, completed: 9 } as const;

/** `printer-state-reasons` that name a fault; the severity (`-error`, `-warning`) may follow. */
const reasons: readonly (readonly [RegExp, PrinterState])[] = [
  [/^media-(empty|needed|jam)/, 'paper-out'],
  [/^(cover|door|interlock)-open/, 'head-open'],
  [/^(offline|connecting-to-device|timed-out|shutdown)/, 'offline'],
  [/^(paused|moving-to-paused|other|spool-area-full)/, 'error'],
];

/** `printer-state`: nothing of its queue is sent. */
const stopped = 5;

/** A warning about low paper or toner stops nothing. */
const isMild = (reason: string): boolean =>
  reason === 'none' || /-(warning)$|^(media|toner|marker).*low/.test(reason);

/** What the spooler says of a queue. `ready` is the spooler's word: it does not look into the device. */
function stateOfQueue(printer: IppGroup | undefined): PrinterState {
  const [state] = valuesOf(printer, 'printer-state');
  if (typeof state !== 'number') return 'unknown';
  for (const reason of valuesOf(printer, 'printer-state-reasons').map(String)) {
    const known = isMild(reason) ? undefined : reasons.find(([pattern]) => pattern.test(reason));
    if (known !== undefined) return known[1];
  }
  if (state === stopped || valuesOf(printer, 'printer-is-accepting-jobs')[0] === 0) return 'error';
  if (state === 4) return 'busy';
  return state === 3 ? 'ready' : 'unknown';
}

/**
 * What the spooler knows of a job. Taken by the spooler is `accepted`, whatever the paper does; one taken out of the
 * queue before the device got anything was certainly not printed.
 */
function fateOfJob(found: IppGroup | undefined): CallOutcome<PrintReceipt> {
  const [state] = valuesOf(found, 'job-state');
  const [id] = valuesOf(found, 'job-id');
  // 0 or a missing value: the spooler never began to send it.
  const begun = valuesOf(found, 'time-at-processing')[0];
  const wasBegun = typeof begun === 'number' && begun > 0;
  if (state === job.canceled || state === job.aborted)
    return wasBegun ? unknownOutcome('PRINTER_JOB_CUT_OFF') : didNotHappen('PRINTER_JOB_DELETED');
  if (typeof state !== 'number' || state < job.pending || state > job.completed)
    return unknownOutcome('PRINTER_KEEPS_NO_RECORD');
  return happened({ level: 'accepted', ...(id === undefined ? {} : { deviceJob: String(id) }) });
}

interface LpRun {
  /** null: the program is not there, or was stopped after too long a time. */
  readonly exitCode: number | null;
  readonly isMissing: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** `lp` returns as soon as the server has the bytes. */
const timeoutMs = 60_000;
const maxOutput = 4_000;

/** Runs the system's own program without a shell; each argument stays one argument. Its words are English for us. */
function runLp(args: readonly string[], input: Uint8Array): Promise<LpRun> {
  const program = systemProgram('lp');
  if (program === null) return Promise.resolve({ exitCode: null, isMissing: true, stdout: '', stderr: '' });
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: childEnvironment(process.env, { LC_ALL: 'C', SOFTWARE: '' }),
      timeout: timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    let isMissing = false;
    child.stdout.on('data', (piece: Buffer) => {
      stdout = (stdout + piece.toString('latin1')).slice(0, maxOutput);
    });
    child.stderr.on('data', (piece: Buffer) => {
      stderr = (stderr + piece.toString('latin1')).slice(0, maxOutput);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      isMissing = error.code === 'ENOENT';
      resolve({ exitCode: null, isMissing, stdout, stderr });
    });
    child.on('close', (exitCode) => resolve({ exitCode, isMissing, stdout, stderr }));
    // It may end before it has read everything: its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The size of the first page of a PDF this program made. */
function pageOfPdf(bytes: Uint8Array): { readonly widthMm: number; readonly heightMm: number } {
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1');
  const box = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head);
  const mm = (points: string | undefined) => (points === undefined ? 0 : (Number(points) * 25.4) / 72);
  return { widthMm: mm(box?.[1]), heightMm: mm(box?.[2]) };
}
