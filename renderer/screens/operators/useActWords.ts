import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { roleNames, roles } from '../../../shared/domain/role.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import type { ActRow } from '../../bridge/queries/staffQueries.ts';
import { readActWhat } from './readActWhat.ts';

/** What an act was about, in the operator's language. */
export function useActWords(): (row: Pick<ActRow, 'kind' | 'what'>) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useCallback(
    ({ kind, what }) => {
      const found = readActWhat(kind, what);
      if (found.is === 'copy') {
        const { parcelNo, copyNo } = found;
        return parcelNo === ''
          ? t('operatorSettings.what.copy', { copyNo })
          : t('operatorSettings.what.parcelCopy', { parcelNo, copyNo });
      }
      if (found.is === 'counted') {
        const { thing, count } = found;
        if (thing === 'order' || thing === 'address') return t(`operatorSettings.what.${thing}`);
        if (thing === 'orders') return t('operatorSettings.what.orders', { count });
        return thing === 'address-memory' ? t('operatorSettings.what.addressMemory', { count }) : what;
      }
      const inWords = found.words.map((word) => {
        const role = roles.find((name) => name === word);
        if (role !== undefined) return roleNames[role][language];
        return word === 'PIN' ? t('operatorSettings.what.pin') : word;
      });
      return inWords.join(' ');
    },
    [t, language],
  );
}
