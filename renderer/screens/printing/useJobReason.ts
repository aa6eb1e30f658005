import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { useDescribe } from '../../words/useDescribe.ts';
import { jobFailure } from './jobFailure.ts';

/** Why a label is as it is: what failed, why it waits for a word, or why this copy exists. */
export function useJobReason(): (job: PrintJobRow) => string {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (job) => {
      if (job.holdReason !== '') return t(`printing.hold.${job.holdReason}`);
      if (job.errorCode !== '') {
        const { code, params } = jobFailure(job);
        return describe(code, params).says;
      }
      if (job.copyNo > 1) return job.reason;
      if (job.ownLayoutReason !== '')
        return t('carrierLabels.insteadShort', { reason: t(`carrierLabels.reason.${job.ownLayoutReason}`) });
      return job.movedFrom === '' ? '' : t('printing.movedHere');
    },
    [t, describe],
  );
}
