import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterView } from '../../../shared/contracts/printContract.ts';

/** On whose word a printer's state stands, in one sentence. */
export function usePrinterWhy(): (printer: Pick<PrinterView, 'why' | 'isPaused' | 'lastJobState'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ why, isPaused, lastJobState }) => {
      if (isPaused) return t('printing.why.paused');
      if (why === 'disagrees' && lastJobState !== '')
        return t('printing.why.disagreesWith', { state: t(`job.${lastJobState}`) });
      return t(`printing.why.${why}`);
    },
    [t],
  );
}
