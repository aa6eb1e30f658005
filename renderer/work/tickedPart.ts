import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../parts/feedback/Toasts.tsx';
import { formatCount } from '../parts/format.ts';

/** Says that more rows were to be ticked than one action may take: how many are, and of how many. */
export function useTickedPart(): (ticked: number, asked: number) => void {
  const { t } = useTranslation();
  return useCallback(
    (ticked, asked) =>
      say({
        tone: 'unsure',
        says: t('table.tickedPart', { ticked: formatCount(ticked), asked: formatCount(asked) }),
      }),
    [t],
  );
}
