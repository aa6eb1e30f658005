import { useTranslation } from 'react-i18next';
import type { PrinterView, PrintJobRow, RecoveryView } from '../../../shared/contracts/printing.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';

export interface FoundRecovery {
  readonly printerUri: string;
  readonly code: string;
  readonly plan: RecoveryView;
}

/** Codes by which the core says: this label is not the one that tells of this printer. */
const notThisOne = ['PRINT_SCAN_OTHER_PRINTER', 'PRINT_SCAN_NOT_LAST', 'PRINT_SCAN_UNKNOWN'];

/** The printer with open questions that the scanned label came from, and what it tells of its other labels; changes nothing. */
async function findRecovery(printers: readonly PrinterView[], code: string): Promise<FoundRecovery | null> {
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

/** What the scan of the last good label would do, said before it is done; a line with a count of zero is left out. */
export interface RecoveryStep {
  readonly id: 'scanned' | 'confirmed' | 'stillUnsure' | 'rest';
  readonly count: number;
}

export function recoverySteps(plan: RecoveryView): readonly RecoveryStep[] {
  const steps: readonly RecoveryStep[] = [
    { id: 'scanned', count: 1 },
    { id: 'confirmed', count: plan.confirmed },
    { id: 'stillUnsure', count: plan.stillUnsure },
    { id: 'rest', count: plan.rest.length },
  ];
  return steps.filter(({ count }) => count > 0);
}

/** Nothing but the scanned label itself is decided: no question is worth a dialog. */
export function isPlainScan(plan: RecoveryView): boolean {
  return plan.confirmed === 0 && plan.rest.length === 0;
}

/** Longest code the core reads as one. */
const maxCode = 60;

interface PrintScan {
  /** A label that was read off the paper. */
  onScanned(job: PrintJobRow): void;
  /** The scanned label tells of others as well: that is shown before it is done. */
  onRecovery(found: FoundRecovery): void;
}

/** On this screen a scanned label says that it exists; one that is nobody's is left to the frame. */
export function usePrintScan({ onScanned, onRecovery }: PrintScan): void {
  const { t } = useTranslation();
  useScanTaker(async (scanned) => {
    const code = scanned.slice(0, maxCode);
    const printers = await queryClient.fetchQuery(ask.print.printers.queryOptions({ staleTime: 0 }));
    const found = await findRecovery(printers, code);
    if (found !== null && !isPlainScan(found.plan)) {
      onRecovery(found);
      return true;
    }
    try {
      const job = await core.print.scan({ code });
      say({
        tone: 'done',
        says: t('printing.scanned', {
          waybillNo: job.waybillNo,
          serial: job.serialNo,
          of: job.serialTotal,
        }),
      });
      onScanned(job);
      return true;
    } catch (error) {
      if (failureOf(error).code === 'PRINT_SCAN_UNKNOWN') return false;
      throw error;
    }
  });
}
