import type { PrinterState } from '../../../../shared/domain/printer.ts';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrintReceipt } from '../../kit/printerTransport.ts';
import type { OsSpooler } from './osSpooler.ts';
import { stateOfWindowsQueue, wasDeletedUnsent } from './windowsStates.ts';
import type { WinspoolBinding } from './winspoolBinding.ts';

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
    async list() {
      const binding = await load();
      if (binding === null) return failure('PRINTER_TRANSPORT_UNAVAILABLE', unavailable);
      const names = await binding.printerNames();
      return done(
        names.map((name) => ({
          uri: `spool://${encodeURIComponent(name)}`,
          name: name.slice(0, 60),
          kind: 'spooler' as const,
          state: 'unknown' as const,
        })),
      );
    },
  };
}
