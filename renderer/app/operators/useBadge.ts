import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isBadgeCode } from '../../../shared/domain/packing/badgeCode.ts';
import { core } from '../../bridge/core.ts';
import { useApprovals } from '../../bridge/operators.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useSignInWish } from '../../parts/place.ts';
import { useSeated } from './useSeated.ts';

/**
 * Signs in whoever scans a badge, over whatever is shown; true: the code was one. Not while somebody else is asked for their PIN: a badge
 * approves nothing.
 */
export function useBadge(): (code: string) => Promise<boolean> {
  const { t } = useTranslation();
  const newest = useSeated();
  const seated = useRef(newest);
  seated.current = newest;
  return useCallback(
    async (code) => {
      if (!isBadgeCode(code) || useApprovals.getState().asked !== null) return false;
      const desk = await core.operators.signInByBadge({ code });
      seated.current(desk);
      useSignInWish.getState().drop();
      say({ tone: 'done', says: t('operators.byBadge', { name: desk.name }) });
      return true;
    },
    [t],
  );
}
