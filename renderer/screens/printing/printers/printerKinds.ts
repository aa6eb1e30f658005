import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type PrinterKinds, placeOfUri } from '../../../../shared/domain/printerAddress.ts';
import { printerSetupQueries } from '../../../bridge/queries/printQueries.ts';

const none: PrinterKinds = { languages: [], ways: [] };

/** What printers can speak and the ways to them; nothing until the core has said it. */
export function usePrinterKinds(): PrinterKinds {
  return useQuery(printerSetupQueries.kinds()).data ?? none;
}

/** Chooses the name in the language of the window. */
export function useKindName(): (named: { readonly nameZh: string; readonly nameEn: string }) => string {
  const { i18n } = useTranslation();
  return useCallback(({ nameZh, nameEn }) => (i18n.language === 'en' ? nameEn : nameZh), [i18n.language]);
}

/** Where a printer is and what lies in it, as a person says it: 网络 192.168.1.50:9100 · 76 × 130 毫米. */
export function usePlaceWords(): (uri: string) => string {
  const { t } = useTranslation();
  const { ways } = usePrinterKinds();
  const nameOf = useKindName();
  return useCallback(
    (uri) => {
      const { way, at, options } = placeOfUri(uri, ways);
      const [size, dpi] = [options.get('size'), options.get('dpi')];
      return [
        `${way === undefined ? '' : nameOf(way)} ${at}`.trim(),
        size === undefined ? '' : t('settings.sizeMm', { size: size.replace('x', ' × ') }),
        dpi === undefined ? '' : t('settings.dpi', { dpi }),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    },
    [t, ways, nameOf],
  );
}
