import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { placeOfUri, plainPrinterName } from '../../../shared/domain/printing/printerAddress.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { ask } from '../../bridge/core.ts';
import { useDescribe } from '../../words/describe.ts';
import { usePrinterKinds } from './printers/printerKinds.ts';

/** A job's failure with what its words name: the order, and the address, device or cause the ledger keeps. */
export function jobFailure(job: Pick<PrintJobRow, 'errorCode' | 'errorParams' | 'orderNo'>): {
  readonly code: string;
  readonly params: ErrorParams;
} {
  return { code: job.errorCode, params: { orderNo: job.orderNo, ...job.errorParams } };
}

/** Why a label is as it is: what failed, why it waits for a word, or why this copy exists. */
export function useJobReason(): (job: PrintJobRow) => string {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (job) => {
      if (job.holdReason !== '') return t(`printHold.${job.holdReason}`);
      if (job.errorCode !== '') {
        const { code, params } = jobFailure(job);
        return describe(code, params).says;
      }
      if (job.copyNo > 1) return job.reason;
      if (job.ownLayoutReason !== '')
        return t('carrierLabels.insteadShort', { reason: t(`ownLayout.${job.ownLayoutReason}`) });
      return job.movedFrom === '' ? '' : t('printing.movedHere');
    },
    [t, describe],
  );
}

/** The name a person gave a printer; what its address says where nobody did; nothing until both can be told. */
export function usePrinterNames(): (uri: string) => string {
  const { t } = useTranslation();
  const printers = useQuery(ask.print.printers.queryOptions()).data;
  const { ways } = usePrinterKinds();
  return useCallback(
    (uri) => {
      const known = printers?.find((printer) => printer.uri === uri);
      if (known !== undefined) return known.name;
      if (printers === undefined || ways.length === 0) return '';
      const { way, at } = placeOfUri(uri, ways);
      return way?.keepsFiles === true && at === '' ? t('settings.virtual') : plainPrinterName(uri, ways);
    },
    [printers, ways, t],
  );
}

/** What is said after labels were released or given up. */
export function useJobWord() {
  const { t } = useTranslation();
  return {
    released: ({ released: count }: { readonly released: number }) => t('printing.queued', { count }),
    cancelled: ({ cancelled: count }: { readonly cancelled: number }) => t('printing.discarded', { count }),
  };
}
