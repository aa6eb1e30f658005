import { type CallOutcome, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { PrinterTarget, PrinterTransport, PrintReceipt } from '../kit/printerTransport.ts';
import { composePackingSlip, type PackingSlip } from './composePackingSlip.ts';

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
  let outcome: CallOutcome<PrintReceipt> = unknownOutcome('INTERNAL');
  const composed = composePackingSlip(slip, {
    async execute(bytes) {
      outcome = await transport.send(target, { jobId, title: '装箱单', bytes, png: new Uint8Array(0) });
    },
    isPrinterConnected: async () => true,
  });
  if (!composed.ok) return { ...composed, certainty: 'did-not-happen' };
  await composed.value.execute({ docname: jobId });
  return outcome;
}
