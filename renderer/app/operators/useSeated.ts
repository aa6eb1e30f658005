import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { ask } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useWhen } from '../../parts/format.ts';

export const keepDesk = (desk: DeskView): void => {
  queryClient.setQueryData(ask.operators.state.queryKey(), desk);
};

/** Somebody has signed in: says what they must know, wrong tries since the last time or a PIN that is too short by now. */
export function useSeated(): (desk: DeskView) => void {
  const { t } = useTranslation();
  const moment = useWhen(useNow());
  return (desk) => {
    keepDesk(desk);
    if (desk.notice === null) return;
    const { wrongTries: count, wrongSince, isPinShort } = desk.notice;
    if (count > 0)
      say({
        tone: 'unsure',
        says: t('operators.wrongTries', { count, since: moment(wrongSince) }),
        next: t('operators.wrongTriesNext'),
      });
    if (isPinShort) say({ tone: 'unsure', says: t('operators.pinShort'), next: t('operators.pinShortNext') });
  };
}
