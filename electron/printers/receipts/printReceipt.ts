import { type CallOutcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../kit/printerTransport.ts';
import { composeReceipt } from './composeReceipt.ts';
import type { Receipt } from './receiptRows.ts';

/**
 * Prints one receipt on an ESC/POS printer: the composer's bytes go through our transport, which alone says what is
 * known of them.
 */
export async function printReceipt(
  receipt: Receipt,
  jobId: string,
  printer: { readonly target: PrinterTarget; readonly transport: PrinterTransport },
  fonts: LabelFonts,
): Promise<CallOutcome<PrintReceipt>> {
  const outlet = thermalOutlet(printer, { jobId, title: receipt.title });
  await composeReceipt(receipt, outlet, fonts).execute({ docname: jobId });
  return outlet.outcome;
}

/** What node-thermal-printer takes as its `interface`; `outcome` is what our transport knows of the last ticket. */
interface ThermalOutlet {
  execute(bytes: Buffer, options?: { readonly docname?: string }): Promise<void>;
  isPrinterConnected(): Promise<boolean>;
  readonly outcome: CallOutcome<PrintReceipt>;
}

/**
 * Carries a composer's bytes over one of our transports, for its own ones cut labels and print late. Never throws:
 * the composer's promise says nothing, `outcome` does. One `execute` is one job on paper.
 */
export function thermalOutlet(
  { target, transport }: { readonly target: PrinterTarget; readonly transport: PrinterTransport },
  job: { readonly jobId: string; readonly title: string },
): ThermalOutlet {
  let outcome: CallOutcome<PrintReceipt> = unknownOutcome('INTERNAL');
  return {
    async execute(bytes, options) {
      const title = options?.docname ?? job.title;
      outcome = await transport.send(target, { jobId: job.jobId, title, bytes, png: new Uint8Array(0) });
    },
    isPrinterConnected: async () => (await transport.probe(target)) !== 'offline',
    get outcome() {
      return outcome;
    },
  };
}

interface DirectPrint {
  readonly data: Buffer | string;
  readonly printer: string;
  readonly docname?: string;
  success(jobId: string): void;
  error(problem: Error): void;
}

/** The `driver` that `printer:NAME` of node-thermal-printer expects, over the printers of this workstation. */
export function thermalDriver(
  printers: readonly {
    readonly name: string;
    readonly target: PrinterTarget;
    readonly transport: PrinterTransport;
  }[],
  nextId: () => string,
) {
  const find = (name: string) => printers.find((printer) => printer.name === name);
  return {
    getPrinters: () => printers.map(({ name }) => ({ name, attributes: ['RAW-ONLY'] })),
    /** The composer looks for words in `status`; ours are told elsewhere, so it is empty for a known printer. */
    getPrinter: (name: string) => (find(name) === undefined ? undefined : { name, status: [] as string[] }),
    printDirect({ data, printer, docname, success, error }: DirectPrint): void {
      const found = find(printer);
      if (found === undefined) {
        error(new Error('PRINTER_NOT_SET_UP'));
        return;
      }
      const jobId = nextId();
      const outlet = thermalOutlet(found, { jobId, title: docname ?? jobId });
      const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
      void outlet.execute(bytes).then(() => {
        if (outlet.outcome.ok) success(jobId);
        else error(new Error(outlet.outcome.code));
      });
    },
  };
}
