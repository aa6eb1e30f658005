import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { LabelFonts } from '../../labels/painter/openLabelFonts.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../kit/printerTransport.ts';
import { composeReceipt } from './composeReceipt.ts';
import type { Receipt } from './receipt.ts';
import { thermalOutlet } from './thermalOutlet.ts';

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
