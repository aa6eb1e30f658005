import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribe } from '../../words/useDescribe.ts';

/** A complaint in a few words, for chips and tallies; one without short words is said in full, without its full stop. */
export function useIssueWords(): (code: string) => string {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (code) => {
      const full = code === '' ? t('correct.chipOther') : describe(code).says.replace(/[。.]$/, '');
      // The key is put together from what the core says: the compiler cannot know it.
      return t(`correct.chip.${code}` as 'correct.chipOther', { defaultValue: full });
    },
    [t, describe],
  );
}
