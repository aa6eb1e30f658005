import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useScanTaker } from '../../parts/useScanTaker.ts';
import { type FoundRecovery, findRecovery } from './findRecovery.ts';
import { isPlainScan } from './recoverySteps.ts';

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
    const printers = await queryClient.fetchQuery({ ...printQueries.printers(), staleTime: 0 });
    const found = await findRecovery(printers, code);
    if (found !== null && !isPlainScan(found.plan)) {
      onRecovery(found);
      return true;
    }
    try {
      const job = await core.print.scan({ code });
      useToasts.getState().say({
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
