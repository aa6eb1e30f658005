import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { roleNames } from '../../../shared/domain/role.ts';
import type { Language } from '../../../shared/text/describeError.ts';

/** A post in the operator's language. */
export function useRoleName(): (role: DeskView['role']) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useCallback(
    (role) => {
      if (role === 'nobody') return t('operators.signInNeeded');
      return role === 'owner' ? t('status.owner') : roleNames[role][language];
    },
    [t, language],
  );
}
