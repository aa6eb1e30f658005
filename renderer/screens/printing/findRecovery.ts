import type { PrinterView, RecoveryView } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';

export interface FoundRecovery {
  readonly printerUri: string;
  readonly code: string;
  readonly plan: RecoveryView;
}

/** Codes by which the core says: this label is not the one that tells of this printer. */
const notThisOne = ['PRINT_SCAN_OTHER_PRINTER', 'PRINT_SCAN_NOT_LAST', 'PRINT_SCAN_UNKNOWN'];

/** The printer with open questions that the scanned label came from, and what it tells of its other labels; changes nothing. */
export async function findRecovery(
  printers: readonly PrinterView[],
  code: string,
): Promise<FoundRecovery | null> {
  for (const { uri, unsure } of printers) {
    if (unsure === 0) continue;
    try {
      return { printerUri: uri, code, plan: await core.print.planRecovery({ printerUri: uri, code }) };
    } catch (error) {
      if (!notThisOne.includes(failureOf(error).code)) throw error;
    }
  }
  return null;
}
