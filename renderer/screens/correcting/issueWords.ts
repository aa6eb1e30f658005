import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribe } from '../../words/describe.ts';

/**
 * A complaint in a few words, for chips, lists and tallies. One without short words is said in full, without its full
 * stop; one that cannot be said without what it is about is another problem.
 */
export function useIssueWords(): (code: string) => string {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useCallback(
    (code) => {
      const full = code === '' ? t('hold.other') : describe(code).says.replace(/[。.]$/, '');
      const plain = full.includes('…') ? t('correct.otherIssue') : full;
      // The key is put together from what the core says: the compiler cannot know it.
      return t(`correct.chip.${code}` as 'hold.other', { defaultValue: plain });
    },
    [t, describe],
  );
}
