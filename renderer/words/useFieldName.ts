import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldText } from './fieldText.ts';

/** The core's name of a field in the operator's words. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (field) =>
      // The keys are put together from what the core says: the compiler cannot know them.
      fieldText(field, (key, otherwise) => t(key as 'common.listComma', { defaultValue: otherwise })),
    [t],
  );
}
