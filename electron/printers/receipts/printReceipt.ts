import { type CallOutcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../kit/printerTransport.ts';
import { composeReceipt, type ReceiptOutlet } from './composeReceipt.ts';
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
  const composed = await composeReceipt(receipt, outlet, fonts);
  await composed.execute({ docname: jobId });
  return outlet.outcome;
}

/** What node-thermal-printer takes as its `interface`; `outcome` is what our transport knows of the last ticket. */
interface ThermalOutlet extends ReceiptOutlet {
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
      outcome = await transport.send(target, { jobId: job.jobId, title, bytes });
    },
    isPrinterConnected: async () => (await transport.probe(target)) !== 'offline',
    get outcome() {
      return outcome;
    },
  };
}
