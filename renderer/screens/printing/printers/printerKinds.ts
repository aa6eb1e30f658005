import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type LabelSize, labelSizes } from '../../../../shared/domain/printing/labelDocument.ts';
import { type PrinterKinds, placeOfUri } from '../../../../shared/domain/printing/printerAddress.ts';
import { ask } from '../../../bridge/core.ts';
import { useNameOf } from '../../../bridge/knownNames.ts';
import { choicesOf } from '../../../parts/form/choices.tsx';

const none: PrinterKinds = { languages: [], ways: [] };

/** What printers can speak and the ways to them; nothing until the core has said it. */
export function usePrinterKinds(): PrinterKinds {
  return useQuery(ask.printerSetup.kinds.queryOptions()).data ?? none;
}

/** Paper a label is printed on, as a person says it. */
export function useSizeOptions(): readonly { readonly value: LabelSize; readonly label: string }[] {
  const { t } = useTranslation();
  return choicesOf(labelSizes, (size) => t('settings.sizeMm', { size: size.replace('x', ' × ') }));
}

/** The chosen value among the usual ones, also when it is none of them. */
export function withChosen(usual: readonly number[], chosen: number): number[] {
  return [...new Set([...usual, chosen])].sort((one, other) => one - other);
}

/** Where a printer is and what is in it, as a person says it: 网络 192.168.1.50:9100 · 76 × 130 毫米; nothing until the ways are known. */
export function usePlaceWords(): (uri: string) => string {
  const { t } = useTranslation();
  const { ways } = usePrinterKinds();
  const nameOf = useNameOf();
  return useCallback(
    (uri) => {
      if (ways.length === 0) return '';
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
