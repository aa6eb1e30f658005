import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorText } from '../../shared/errors/defineErrors.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { describeComplaint, fieldText } from '../../shared/text/describeError.ts';
import { useLanguage } from './useLanguage.ts';

/** Words for any code the core or the page may name: what is wrong and what to do. Never a code without words. */
export function useDescribe(): (code: string, params?: ErrorParams) => Pick<ErrorText, 'says' | 'next'> {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback(
    (code, params = {}) => {
      const own = code === 'CORE_AWAY' || code === 'CORE_NO_ANSWER' ? code : 'UNKNOWN';
      return (
        describeComplaint(code, params, language) ?? {
          says: t(`pageFailure.${own}.says`),
          next: t(`pageFailure.${own}.next`),
        }
      );
    },
    [t, language],
  );
}

/** The core's name of a field in the operator's words. */
export function useFieldName(): (field: string) => string {
  const language = useLanguage();
  return useCallback((field) => fieldText(field, language), [language]);
}
