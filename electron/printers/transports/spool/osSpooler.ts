import type { PrinterState } from '../../../../shared/domain/printing/printer.ts';
import type { CallOutcome, Outcome } from '../../../../shared/errors/outcome.ts';
import type { DiscoveredPrinter, PrintReceipt } from '../../kit/printerTransport.ts';

/** A queue of the system as a printer that can be chosen. */
export function queuePrinter(
  queue: string,
  name: string,
  state: PrinterState,
  model = '',
): DiscoveredPrinter {
  const uri = `spool://${encodeURIComponent(queue)}`;
  return { uri, name: name.slice(0, 60), kind: 'spooler', state, model };
}

/** `raw`: no driver may touch the bytes; `pdf`: the printer's driver makes of them what its device takes. */
type SpoolForm = 'raw' | 'pdf';

/** What the spooler of one operating system can do for us. */
export interface OsSpooler {
  /** It hands PDF to the printer's driver itself. */
  readonly takesPdf: boolean;
  /** Is this a name the system could have given to a printer? Anything else never reaches a program or a call. */
  isQueueName(name: string): boolean;
  submit(
    queue: string,
    jobName: string,
    bytes: Uint8Array,
    form?: SpoolForm,
  ): Promise<CallOutcome<PrintReceipt>>;
  /** What became of a job that the spooler took, found by the name we gave it. */
  find(queue: string, jobName: string): Promise<CallOutcome<PrintReceipt>>;
  state(queue: string): Promise<PrinterState>;
  /**
   * Why a job given now would only lie in the queue: a person or a fault stopped it. null: it goes on, or that is not known. A fault of
   * the device alone stops no queue: drivers go on saying faults that are over.
   */
  stoppedBy(queue: string): Promise<PrinterState | null>;
  list(): Promise<Outcome<readonly DiscoveredPrinter[]>>;
}
