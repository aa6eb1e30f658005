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
import { stateOfWindowsPrinter, wasDeletedUnsent } from './windowsStates.ts';
import type { WinspoolBinding } from './winspoolBinding.ts';

const pieceBytes = 65_536;

/** All bytes, piece by piece; a call that takes nothing ends it. null: an answer got lost. */
async function writeAll(
  binding: WinspoolBinding,
  printer: unknown,
  bytes: Uint8Array,
): Promise<number | null> {
  let taken = 0;
  while (taken < bytes.length) {
    const count = await binding.write(printer, bytes.subarray(taken, taken + pieceBytes));
    if (count === null) return null;
    if (count <= 0) break;
    taken += count;
  }
  return taken;
}

/**
 * One raw document. A document that is aborted before it is whole never reaches a printer that spools; one that prints
 * while it spools may have begun, so from the first byte on a fault is `unknown`.
 */
async function submit(
  binding: WinspoolBinding,
  queue: string,
  jobName: string,
  bytes: Uint8Array,
): Promise<CallOutcome<PrintReceipt>> {
  const printer = await binding.openPrinter(queue);
  if (printer === null) return didNotHappen('PRINTER_QUEUE_UNKNOWN', { queue });
  try {
    const id = await binding.startDocument(printer, jobName);
    if (id <= 0) return didNotHappen('PRINTER_SPOOLER_REFUSED', { queue });
    if (!(await binding.startPage(printer))) {
      await binding.abort(printer);
      return didNotHappen('PRINTER_SPOOLER_REFUSED', { queue });
    }
    const taken = await writeAll(binding, printer, bytes);
    if (taken === null) return unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
    if (taken < bytes.length) {
      await binding.abort(printer);
      return taken === 0
        ? didNotHappen('PRINTER_SPOOLER_REFUSED', { queue })
        : unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
    }
    const isWhole = (await binding.endPage(printer)) && (await binding.endDocument(printer));
    if (!isWhole) return unknownOutcome('PRINTER_SPOOLER_SILENT', { queue });
    return happened({ level: 'accepted', deviceJob: String(id) });
  } finally {
    await binding.close(printer);
  }
}

/** The spooler of Windows. A job that is gone is not a printed one: finished and deleted jobs both vanish. */
export function createWindowsSpooler(load: () => Promise<WinspoolBinding | null>): OsSpooler {
  const unavailable = { transport: 'spool' };
  async function withPrinter<T>(
    queue: string,
    fallback: T,
    work: (binding: WinspoolBinding, printer: unknown) => Promise<T>,
  ): Promise<T> {
    const binding = await load();
    const printer = (await binding?.openPrinter(queue)) ?? null;
    if (binding === null || printer === null) return fallback;
    try {
      return await work(binding, printer);
    } finally {
      await binding.close(printer);
    }
  }
  return {
    isQueueName: (name) => /^[^\p{Cc},!]{1,220}$/u.test(name),
    async submit(queue, jobName, bytes) {
      const binding = await load();
      if (binding === null) return didNotHappen('PRINTER_TRANSPORT_UNAVAILABLE', unavailable);
      return submit(binding, queue, jobName, bytes);
    },
    find: (queue, jobName) =>
      withPrinter(queue, unknownOutcome('PRINTER_SPOOLER_SILENT', { queue }), async (binding, printer) => {
        const job = (await binding.jobs(printer)).find(({ name }) => name === jobName);
        if (job === undefined) return unknownOutcome('PRINTER_KEEPS_NO_RECORD');
        return wasDeletedUnsent(job.status)
          ? didNotHappen('PRINTER_JOB_DELETED')
          : happened({ level: 'accepted' as const, deviceJob: String(job.id) });
      }) as Promise<CallOutcome<PrintReceipt>>,
    state: (queue) =>
      withPrinter(queue, 'offline' as const, async (binding, printer) =>
        stateOfWindowsPrinter(await binding.printerState(printer)),
      ),
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
