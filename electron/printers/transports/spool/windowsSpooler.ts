import type { PrinterState } from '../../../../shared/domain/printing/printer.ts';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import { type OsSpooler, queuePrinter } from './osSpooler.ts';
import type { WinspoolBinding } from './winspool.ts';

const pieceBytes = 65_536;

/** A call that does not come back in this time hangs in a driver or at a print server. */
const usualWaitMs = 60_000;

const late = Symbol('late');

/** What a call answers, or `late`. */
function soon<T>(call: Promise<T>, waitMs: number): Promise<T | typeof late> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), waitMs);
    void call.then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

/** One open printer: its calls, each waited for so long only, and its closing. */
function hold(binding: WinspoolBinding, printer: unknown, waitMs: number) {
  let underWay: Promise<unknown> = Promise.resolve();
  let isHung = false;
  return {
    async call<T>(make: (printer: unknown) => Promise<T>): Promise<T | typeof late> {
      const call = make(printer);
      underWay = call;
      const answer = await soon(call, waitMs);
      if (answer === late) isHung = true;
      return answer;
    },
    /** A handle is closed once the last call on it is back, however late; what that call left behind is dropped. */
    async close(): Promise<void> {
      if (!isHung) {
        await soon(binding.close(printer), waitMs);
        return;
      }
      void underWay.then(() => binding.abort(printer)).then(() => binding.close(printer));
    },
  };
}

type Held = ReturnType<typeof hold>;

/** All bytes, piece by piece; a call that takes nothing ends it. null: an answer got lost or did not come. */
async function writeAll(binding: WinspoolBinding, held: Held, bytes: Uint8Array): Promise<number | null> {
  let taken = 0;
  while (taken < bytes.length) {
    const piece = bytes.subarray(taken, taken + pieceBytes);
    const count = await held.call((printer) => binding.write(printer, piece));
    if (count === null || count === late) return null;
    if (count <= 0) break;
    taken += count;
  }
  return taken;
}

/**
 * One raw document. A document that is aborted before it is whole never reaches a printer that spools; one that prints
 * while it spools may have begun, so from the first byte on a fault is `unknown`.
 */
async function sendDocument(
  binding: WinspoolBinding,
  held: Held,
  queue: string,
  jobName: string,
  bytes: Uint8Array,
): Promise<CallOutcome<PrintReceipt>> {
  const refused = didNotHappen('PRINTER_SPOOLER_REFUSED', { queue });
  const silent = unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
  const id = await held.call((printer) => binding.startDocument(printer, jobName));
  if (id === late || id <= 0) return refused;
  const isStarted = await held.call((printer) => binding.startPage(printer));
  if (isStarted !== true) {
    if (isStarted !== late) await held.call((printer) => binding.abort(printer));
    return refused;
  }
  const taken = await writeAll(binding, held, bytes);
  if (taken === null) return silent;
  if (taken < bytes.length) {
    await held.call((printer) => binding.abort(printer));
    return taken === 0 ? refused : silent;
  }
  const isWhole =
    (await held.call((printer) => binding.endPage(printer))) === true &&
    (await held.call((printer) => binding.endDocument(printer))) === true;
  return isWhole ? happened({ level: 'accepted', deviceJob: String(id) }) : silent;
}

/** The spooler of Windows. A job that is gone is not a printed one: finished and deleted jobs both vanish. */
export function createWindowsSpooler(
  load: () => Promise<WinspoolBinding | null>,
  waitMs: number = usualWaitMs,
): OsSpooler {
  const unavailable = { transport: 'spool' };
  /** null: there is no such printer; `late`: it does not open in time, and is closed should it open later. */
  async function open(binding: WinspoolBinding, queue: string): Promise<Held | null | typeof late> {
    const opening = binding.openPrinter(queue);
    const printer = await soon(opening, waitMs);
    if (printer === late) void opening.then((found) => (found === null ? null : binding.close(found)));
    return printer === late || printer === null ? printer : hold(binding, printer, waitMs);
  }
  async function withPrinter<T>(
    queue: string,
    fallback: T,
    work: (binding: WinspoolBinding, held: Held) => Promise<T>,
  ): Promise<T> {
    const binding = await load();
    const held = binding === null ? null : await open(binding, queue);
    if (binding === null || held === null || held === late) return fallback;
    try {
      return await work(binding, held);
    } finally {
      await held.close();
    }
  }
  return {
    takesPdf: false,
    isQueueName: (name) => /^[^\p{Cc},!]{1,220}$/u.test(name),
    async submit(queue, jobName, bytes) {
      const binding = await load();
      if (binding === null) return didNotHappen('PRINTER_TRANSPORT_UNAVAILABLE', unavailable);
      const held = await open(binding, queue);
      if (held === late) return didNotHappen('PRINTER_SPOOLER_REFUSED', { queue });
      if (held === null) return didNotHappen('PRINTER_QUEUE_UNKNOWN', { queue });
      try {
        return await sendDocument(binding, held, queue, jobName, bytes);
      } finally {
        await held.close();
      }
    },
    find: (queue, jobName) =>
      withPrinter(queue, unknownOutcome('PRINTER_SPOOLER_SILENT', { queue }), async (binding, held) => {
        const jobs = await held.call((printer) => binding.jobs(printer));
        if (jobs === late) return unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
        const job = jobs.find(({ name }) => name === jobName);
        if (job === undefined) return unknownOutcome('PRINTER_KEEPS_NO_RECORD');
        return wasDeletedUnsent(job.status)
          ? didNotHappen('PRINTER_JOB_DELETED')
          : happened({ level: 'accepted' as const, deviceJob: String(job.id) });
      }) as Promise<CallOutcome<PrintReceipt>>,
    state: (queue) =>
      withPrinter<PrinterState>(queue, 'offline', async (binding, held) => {
        const found = await held.call((printer) => binding.printerState(printer));
        const jobs = found === late ? late : await held.call((printer) => binding.jobs(printer));
        return found === late || jobs === late ? 'unknown' : stateOfWindowsQueue(found, jobs);
      }),
    stoppedBy: (queue) =>
      withPrinter<PrinterState | null>(queue, null, async (binding, held) => {
        const found = await held.call((printer) => binding.printerState(printer));
        return found === late ? null : whyStopped(found);
      }),
    async list() {
      const binding = await load();
      if (binding === null) return failure('PRINTER_TRANSPORT_UNAVAILABLE', unavailable);
      return done((await binding.printerNames()).map((name) => queuePrinter(name, name, 'unknown')));
    },
  };
}

/** `JOB_STATUS_…` (winspool.h). `complete`: handed over, printing may still be going on. */
export const jobBits = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  restart: 0x800,
  complete: 0x1000,
  retained: 0x2000,
} as const;

/** `PRINTER_STATUS_…` by what they mean for a label; an `error` is one a person must clear at the printer. */
const printerBits: readonly (readonly [PrinterState, number])[] = [
  // OFFLINE, NOT_AVAILABLE
  ['offline', 0x80 | 0x1000],
  // PAPER_JAM, PAPER_OUT, PAPER_PROBLEM, NO_TONER (a ribbon)
  ['paper-out', 0x8 | 0x10 | 0x40 | 0x40000],
  // DOOR_OPEN
  ['head-open', 0x400000],
  // PAUSED, ERROR, PENDING_DELETION, MANUAL_FEED, OUTPUT_BIN_FULL, PAGE_PUNT, USER_INTERVENTION, OUT_OF_MEMORY
  ['error', 0x1 | 0x2 | 0x4 | 0x20 | 0x800 | 0x80000 | 0x100000 | 0x200000],
  // SERVER_UNKNOWN
  ['unknown', 0x800000],
  // IO_ACTIVE, BUSY, PRINTING, WAITING, PROCESSING, INITIALIZING, WARMING_UP
  ['busy', 0x100 | 0x200 | 0x400 | 0x2000 | 0x4000 | 0x8000 | 0x10000],
];

/** `PRINTER_ATTRIBUTE_WORK_OFFLINE`: what pulling the USB plug sets; `Status` stays 0 then. */
const workOffline = 0x400;

/** Status field and attribute together; the driver may tell nothing, so `ready` is the spooler's word only. */
export function stateOfWindowsPrinter(
  found: { readonly status: number; readonly attributes: number } | null,
): PrinterState {
  if (found === null) return 'unknown';
  const { status, attributes } = found;
  if (attributes & workOffline) return 'offline';
  return printerBits.find(([, bits]) => (status & bits) !== 0)?.[0] ?? 'ready';
}

/** `PRINTER_STATUS_PAUSED`. */
const paused = 0x1;

/** Paused by a person, or its plug is pulled: what is given to it lies in its queue. */
export function whyStopped(found: Parameters<typeof stateOfWindowsPrinter>[0]): PrinterState | null {
  if (found === null) return null;
  if ((found.attributes & workOffline) !== 0) return 'offline';
  return (found.status & paused) === 0 ? null : 'error';
}

/** Many drivers leave the printer's own status at 0 and tell the fault at the job that meets it. */
export function stateOfWindowsQueue(
  found: Parameters<typeof stateOfWindowsPrinter>[0],
  jobs: readonly { readonly status: number }[],
): PrinterState {
  const state = stateOfWindowsPrinter(found);
  if (state !== 'ready' && state !== 'busy') return state;
  const has = (bits: number) => jobs.some(({ status }) => (status & bits) !== 0);
  if (has(jobBits.offline)) return 'offline';
  if (has(jobBits.paperOut)) return 'paper-out';
  if (has(jobBits.error | jobBits.blocked | jobBits.userIntervention)) return 'error';
  return has(jobBits.printing | jobBits.spooling) ? 'busy' : state;
}

/** Bits of a job that has been in the queue and nowhere else. */
const onlyInQueue = jobBits.deleted | jobBits.deleting | jobBits.paused | jobBits.spooling;

/**
 * Was the job taken out of the queue before the device got any of it? Only then did it certainly not print. A job that
 * met any fault of the device had begun.
 */
export function wasDeletedUnsent(status: number): boolean {
  const isDeleted = (status & (jobBits.deleted | jobBits.deleting)) !== 0;
  return isDeleted && (status & ~onlyInQueue) === 0;
}
