import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { isBadgeCode } from '../../../shared/domain/packing/badgeCode.ts';
import { core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { useApprovals } from '../../bridge/operators.ts';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useSignInWish } from '../../parts/place.ts';
import { useSeated } from './useSeated.ts';

interface BadgeRefusal {
  /** The sign-in covers the page and hides whatever is said there. */
  readonly isSignInShown: boolean;
  /** Why the last badge signed nobody in. */
  readonly failure: PageFailure | null;
}

/** What the sign-in says of a badge; where it is not shown, a message says it. */
export const useBadgeRefusal = create<BadgeRefusal>(() => ({ isSignInShown: false, failure: null }));

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
      useBadgeRefusal.setState({ failure: null });
      try {
        const desk = await core.operators.signInByBadge({ code });
        seated.current(desk);
        useSignInWish.getState().drop();
        say({ tone: 'done', says: t('operators.byBadge', { name: desk.name }) });
      } catch (error) {
        if (!useBadgeRefusal.getState().isSignInShown) throw error;
        useBadgeRefusal.setState({ failure: failureOf(error) });
      }
      return true;
    },
    [t],
  );
}
