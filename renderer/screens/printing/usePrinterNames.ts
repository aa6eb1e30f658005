import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { plainPrinterName } from '../../../shared/rules/plainPrinterName.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';

/** The name a person gave a printer; what its address says where nobody did. */
export function usePrinterNames(): (uri: string) => string {
  const { t } = useTranslation();
  const printers = useQuery(printQueries.printers()).data;
  return useCallback(
    (uri) =>
      printers?.find((printer) => printer.uri === uri)?.name ??
      (/^virtual:(\?|$)/.test(uri) ? t('settings.virtual') : plainPrinterName(uri)),
    [printers, t],
  );
}
