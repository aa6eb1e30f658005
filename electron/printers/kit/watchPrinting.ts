import type { PrinterState } from '../../../shared/domain/printer.ts';
import type { PrintReceipt } from './printerTransport.ts';

export interface WatchTiming {
  /** After a label the printer is asked until it is idle again, at most this long, this far apart. */
  readonly confirmWaitMs: number;
  readonly confirmAskMs: number;
}

/**
 * Printing seen to begin and to end without a fault is the device's own word that the label is out. An answer of
 * `ready` alone is not: a question may overtake the picture it follows.
 */
export async function watchPrinting(
  ask: () => Promise<PrinterState>,
  timing: WatchTiming,
): Promise<PrintReceipt['level']> {
  let wasBusy = false;
  for (let waitedMs = 0; waitedMs < timing.confirmWaitMs; waitedMs += timing.confirmAskMs) {
    const state = await ask();
    if (state === 'busy') wasBusy = true;
    else if (state !== 'ready') return 'accepted';
    else if (wasBusy) return 'confirmed';
    await new Promise((resolve) => setTimeout(resolve, timing.confirmAskMs));
  }
  return 'accepted';
}
