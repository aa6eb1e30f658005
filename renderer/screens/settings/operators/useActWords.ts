import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { roleNames, roles } from '../../../../shared/domain/role.ts';
import type { Language } from '../../../../shared/errors/describeError.ts';
import type { ActRow } from '../../../bridge/queries/staffQueries.ts';

type Say = ReturnType<typeof useTranslation>['t'];

function countedWords(t: Say, what: string, count: number): string | null {
  switch (what) {
    case 'order':
    case 'address':
      return t(`operatorSettings.what.${what}`);
    case 'orders':
      return t('operatorSettings.what.orders', { count });
    case 'address-memory':
      return t('operatorSettings.what.addressMemory', { count });
    default:
      return null;
  }
}

function copyWords(t: Say, what: string): string | null {
  const found = /^(?:parcel (\d+) )?copy (\d+)$/.exec(what);
  if (found === null) return null;
  const [, parcelNo, copyNo = ''] = found;
  return parcelNo === undefined
    ? t('operatorSettings.what.copy', { copyNo })
    : t('operatorSettings.what.parcelCopy', { parcelNo, copyNo });
}

/** `王芳 packer → clerk PIN`: the roles and the PIN in words, names as they are. */
function staffWords(t: Say, what: string, language: Language): string {
  return what
    .split(' ')
    .map((word) => {
      const role = roles.find((name) => name === word);
      if (role !== undefined) return roleNames[role][language];
      return word === 'PIN' ? t('operatorSettings.what.pin') : word;
    })
    .join(' ');
}

/** What an act was about, in words: the record itself keeps the same few words in every language. */
export function useActWords(): (row: Pick<ActRow, 'kind' | 'what'>) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useCallback(
    ({ kind, what }) => {
      if (kind === 'reprinted' || kind === 'full-form-printed') return copyWords(t, what) ?? what;
      if (kind !== 'personal-data-shown' && kind !== 'personal-data-exported')
        return staffWords(t, what, language);
      const [word = '', count = '0'] = what.split(' ');
      return countedWords(t, word, Number(count)) ?? what;
    },
    [t, language],
  );
}
