import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOfUri } from './printerAddress.ts';

/** Where a printer is and what lies in it, as a person says it: 网络 192.168.1.50:9100 · 76 × 130 毫米. */
export function usePlaceWords(): (uri: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (uri) => {
      const { way, at } = placeOfUri(uri);
      const options = new URLSearchParams(uri.split('?').at(-1) ?? '');
      const [size, dpi] = [options.get('size'), options.get('dpi')];
      return [
        `${t(`printerSetup.way.${way}`)} ${at}`.trim(),
        size === null ? '' : t('settings.sizeMm', { size: size.replace('x', ' × ') }),
        dpi === null ? '' : t('settings.dpi', { dpi }),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    },
    [t],
  );
}
