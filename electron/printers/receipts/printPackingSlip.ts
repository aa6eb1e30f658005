import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../kit/printerTransport.ts';
import { composePackingSlip, type PackingSlip } from './composePackingSlip.ts';
import { thermalOutlet } from './thermalOutlet.ts';

/**
 * Prints one packing slip on an ESC/POS printer: the composer's bytes go through our transport, which alone
 * says what is known of them.
 */
export async function printPackingSlip(
  slip: PackingSlip,
  jobId: string,
  target: PrinterTarget,
  transport: PrinterTransport,
): Promise<CallOutcome<PrintReceipt>> {
  const outlet = thermalOutlet({ target, transport }, { jobId, title: '装箱单' });
  const composed = composePackingSlip(slip, outlet);
  if (!composed.ok) return { ...composed, certainty: 'did-not-happen' };
  await composed.value.execute();
  return outlet.outcome;
}
